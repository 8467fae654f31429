import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import { PostRefused } from '../platform/post-failures.ts'
import { staffWordingFor } from '../platform/wording/wording.ts'
import { issueProofToken } from './accounts.ts'
import { type Context, networkName } from './context.ts'
import type { Identity } from './identity.ts'
import { paths } from './paths.ts'
import { findToProve } from './store/sign-ins.ts'

type Post = Pick<Identity, 'auth' | 'baseUrl'> & { mailer: Mailer | undefined }

/**
 * Mails somebody the link with which her account becomes hers alone, unless it is by now. A second run sends nothing
 * new: mail systems drop what has the same Message-ID.
 */
export const mailProofLinkTo = async (
  { mailer, baseUrl, ...accounts }: Post,
  context: Context,
  { accountId, requestId }: { accountId: string; requestId: string },
) => {
  if (!mailer) return
  const letter = await inTransaction(context, async tx => {
    const account = await findToProve(tx, accountId)
    if (!account) return undefined
    await record(tx, context, { action: 'sign-in.link-sent', providerId: null, subjectId: accountId })
    return { ...account, token: await issueProofToken(accounts, accountId) }
  })
  if (!letter) return
  const { t } = staffWordingFor(context.language, context.city.timeZone)
  const place = networkName(context)
  const paragraphs = [
    t('identity.proof.greeting', { name: letter.name }),
    `${t('identity.proof.body')}\n${baseUrl}${paths.setUp(context.language, letter.token)}`,
    t('identity.proof.effect'),
    t('identity.proof.ignore'),
    `${t('identity.proof.closing')}\n${place}`,
  ]
  try {
    await mailer.send({
      ...{ id: requestId, to: letter.email, fromName: place },
      ...{ subject: t('identity.proof.subject'), text: `${paragraphs.join('\n\n')}\n` },
    })
  } catch (error) {
    // A mailbox that takes nothing will not take it later either.
    if (!(error instanceof PostRefused)) throw error
  }
}
