import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { markBounced } from './store/bounced.ts'

/**
 * Which of our mails a mail server says will never arrive; undefined for any other mail, such as one that is only late or
 * an answer of a person. "failed" means that the server has given up (RFC 3464, 2.3.3), after a refusal for good or after
 * days of trying. What a report quotes names our mail; where it quotes nothing, its envelope does (RFC 3461).
 */
export function bouncedIn(mail: string): string | undefined {
  const [, head = '', body = ''] = mail.match(/^(.*?\r?\n)\r?\n(.*)$/s) ?? []
  if (/^content-type:\s*multipart\/report\b/im.test(head)) {
    if (!/^action:\s*failed\b/im.test(body)) return undefined
    // It has a Message-ID of its own; ours stands in what it quotes.
    const quoted = body.search(/^content-type:\s*(message\/(rfc822|global)|text\/rfc822-headers)\b/im)
    return (quoted < 0 ? undefined : quotedIn(body.slice(quoted))) ?? body.match(envelope)?.[1]
  }
  return isInOwnWords(head, body) ? quotedIn(body) : undefined
}

const quotedIn = (text: string) => text.match(ourMessageId)?.[1]

/** Servers that write no report: Exim says in a header whom it did not reach, qmail always begins with the same words. */
const isInOwnWords = (head: string, body: string) =>
  /^x-failed-recipients:/im.test(head) || /^Hi\. This is the .* program at /.test(body)

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const ourMessageId = new RegExp(`^message-id:\\s*<(${uuid})@`, 'im')
const envelope = new RegExp(`^original-envelope-id:\\s*(${uuid})\\s*$`, 'im')

/**
 * Notes that a mail came back. The family stands on the list of calls, and what comes next for this address as well.
 * False where no message of this city has that id, or it was not on its way.
 */
export const noteBounce = (context: Context, messageId: string) =>
  inTransaction(context, tx => {
    requireThat(context.actor.kind === 'system')
    return markBounced(tx, context.city.id, messageId)
  })
