import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import * as store from './store/messages.ts'

/**
 * Which of our mails a report of a mail server says will never arrive (RFC 3464); undefined for any other mail, such as
 * one that is only late or an answer of a person.
 */
export function bouncedIn(mail: string): string | undefined {
  if (!/^content-type:\s*multipart\/report\b/im.test(mail)) return undefined
  if (!/^action:\s*failed\b/im.test(mail) || !/^status:\s*5\.\d{1,3}\.\d{1,3}/im.test(mail)) return undefined
  // It has a Message-ID of its own; ours stands in what it quotes.
  const quoted = mail.search(/^content-type:\s*(message\/(rfc822|global)|text\/rfc822-headers)\b/im)
  if (quoted < 0) return undefined
  return mail.slice(quoted).match(/^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im)?.[1]
}

/**
 * Notes that a mail came back. The family stands on the list of calls, and what comes next for this address as well.
 * False where no message of this city has that id, or it was not on its way.
 */
export const noteBounce = (context: Context, messageId: string) =>
  inTransaction(context, tx => {
    requireThat(context.actor.kind === 'system')
    return store.markBounced(tx, context.city.id, messageId)
  })
