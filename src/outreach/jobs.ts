import type { CityJob } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { deliver } from './deliver.ts'
import { deliverMessage } from './delivering.ts'
import type { Post } from './post.ts'
import { listLeftBehind } from './store/waiting.ts'

export const outreachJobs = (post: Post): CityJob[] => [deliverMessageBy(post), deliverLeftBehindBy(post)]

const deliverMessageBy = (post: Post): CityJob<{ messageId: string }> => ({
  name: deliverMessage.name,
  run: (context, { data, isLastAttempt }) => deliver(context, post, data.messageId, isLastAttempt),
})

/** Finds messages whose job is gone: after a restored backup, or since a mail server was set only later. */
const deliverLeftBehindBy = (post: Post): CityJob => ({
  name: 'deliver-left-behind',
  everySeconds: 900,
  async run(context) {
    if (!post.mailer && !post.isDemo) return
    const before = context.now.subtract({ hours: 1 })
    const leftBehind = await inTransaction(context, tx => listLeftBehind(tx, context.city.id, before))
    const faults: unknown[] = []
    for (const { id } of leftBehind) await deliver(context, post, id).catch(error => faults.push(error))
    if (faults.length > 0) throw faults[0]
  },
})
