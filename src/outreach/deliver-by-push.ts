import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Notice, PushSender, PushTarget } from '../platform/push/push-sender.ts'
import { noticeFor } from './notice.ts'
import type { Post } from './post.ts'
import { placeOf } from './site.ts'
import { markTold } from './store/outcomes.ts'
import * as pushes from './store/pushes.ts'
import { lockWaiting } from './store/waiting.ts'

/**
 * Shows the news on the phones that want it. It comes besides the way the family named, never in its place: a notice is
 * gone with one wipe, and nobody learns whether it came. Where no phone is left there is nothing to do; where the server
 * of one is not to be had, the others hear of it all the same, and it is tried again only if none did.
 */
export const deliverByPush = (context: Context, post: Post, id: string) =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const message = await lockWaiting(tx, city.id, id)
    if (!message?.registrationId) return
    const targets = await pushes.targetsOf(tx, city.id, message.registrationId)
    const { isNeutral, news } = message
    const place = { ...(await placeOf(tx, context, post, message)), isNeutral }
    const notice = news && noticeFor({ ...message, news }, place)
    if (post.push && notice) {
      const { gone, heard, held } = await sendToAll(post.push, targets, notice)
      for (const { endpoint } of gone) await pushes.forgetTarget(tx, city.id, endpoint)
      if (held && heard === 0) throw held
    }
    await markTold(tx, city.id, [id], { now, keep: post.isDemo })
  })

/** All at once, because each may take its time to answer. */
const sendToAll = async (push: PushSender, targets: readonly PushTarget[], notice: Notice) => {
  const answers = await Promise.allSettled(targets.map(target => push.send(target, notice)))
  const held = answers.find(({ status }) => status === 'rejected')
  return {
    gone: targets.filter((_, index) => answerIn(answers[index]) === 'gone'),
    heard: answers.filter(answer => answerIn(answer) === 'sent').length,
    held: held?.status === 'rejected' ? held.reason : undefined,
  }
}

const answerIn = <Value>(answer: PromiseSettledResult<Value> | undefined) =>
  answer?.status === 'fulfilled' ? answer.value : undefined
