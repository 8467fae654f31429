import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import { PostRefused } from '../platform/post-failures.ts'
import { isLanguage, staffWordingFor } from '../platform/wording/wording.ts'
import { issuePasswordToken } from './accounts.ts'
import { type Context, networkName } from './context.ts'
import type { Identity } from './identity.ts'
import { paths } from './paths.ts'
import * as store from './store/password-requests.ts'

export type PasswordPost = Pick<Identity, 'auth' | 'baseUrl'> & { mailer: Mailer | undefined }

/** After this a request is not answered any more: its link would surprise somebody who has long been helped. */
const longestWait = { hours: 1 }

/**
 * Sends the link for a new password to the account of a request, if there is one. A second run sends nothing,
 * unless the first broke; then the mail has the same Message-ID and mail systems drop the double.
 */
export const answerPasswordRequest = async (post: PasswordPost, context: Context, requestId: string) => {
  const { mailer, baseUrl } = post
  await inTransaction(context, async tx => {
    const request = await store.takePasswordRequest(tx, requestId)
    if (!mailer || !request || isTooLate(request, context.now)) return
    const account = await store.findAccountWithPassword(tx, request.email)
    if (!account) return

    const language = isLanguage(request.language) ? request.language : context.language
    const link = baseUrl + paths.setUp(language, await issuePasswordToken(post, account.id))
    await record(tx, context, { action: 'password.link-sent', providerId: null, subjectId: account.id })
    await send(mailer, { ...context, language }, { ...account, messageId: requestId, link })
  })
}

const isTooLate = ({ askedAt }: store.PasswordRequest, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, askedAt.add(longestWait)) > 0

type Letter = { messageId: string; email: string; name: string; link: string }

const send = async (mailer: Mailer, context: Context, { messageId, email, name, link }: Letter) => {
  const { t } = staffWordingFor(context.language, context.city.timeZone)
  const place = networkName(context)
  const paragraphs = [
    t('identity.forgotten.mail.greeting', { name }),
    `${t('identity.forgotten.mail.body')}\n${link}`,
    t('identity.forgotten.mail.ignore'),
    `${t('identity.forgotten.mail.closing')}\n${place}`,
  ]
  const subject = t('identity.forgotten.mail.subject')
  try {
    await mailer.send({
      id: messageId,
      to: email,
      fromName: place,
      subject,
      text: `${paragraphs.join('\n\n')}\n`,
    })
  } catch (error) {
    // A mailbox that takes nothing will not take it later either.
    if (!(error instanceof PostRefused)) throw error
  }
}
