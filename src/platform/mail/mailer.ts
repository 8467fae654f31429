import { createTransport } from 'nodemailer'
import { PostDelayed, PostRefused } from '../post-failures.ts'

export type Mail = {
  /** Kept through all attempts: mail systems drop a second mail with the same Message-ID. */
  id: string
  to: string
  /** The name beside our address. */
  fromName: string
  replyTo?: string
  subject: string
  text: string
  html?: string
  /** Dates for the calendar of whoever reads it. */
  calendars?: readonly { method: 'REQUEST' | 'CANCEL'; content: string }[]
  /** Where letters of this kind are stopped with one click; mail programs show a button for it (RFC 8058). */
  stopUrl?: string
}

export type Mailer = { send: (mail: Mail) => Promise<void>; close: () => void }

/** Sends by the mail server of an address such as smtp://user:password@host:587, in the name of one address. */
export function openMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
  })
  const host = from.slice(from.lastIndexOf('@') + 1)
  return {
    async send({ id, fromName, to, replyTo, stopUrl, calendars = [], ...content }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${host}>`,
          from: { name: fromName, address: from },
          // As an object: a comma in what a family typed must not make a second recipient.
          to: { name: '', address: to },
          ...(replyTo && { replyTo }),
          headers: { 'Auto-Submitted': 'auto-generated', ...(stopUrl && stopHeaders(stopUrl)) },
          ...asAttached(calendars),
          ...content,
          // Where the server knows RFC 3461, its report names the message, and gives back the headers alone.
          dsn: { id, return: 'headers', notify: 'failure' },
        })
      } catch (error) {
        throw withoutAddress(error)
      }
    },
    close: () => transport.close(),
  }
}

/** One alone is shown by mail programs as an invitation with its buttons; several lie beside the letter. */
const asAttached = (calendars: NonNullable<Mail['calendars']>) => {
  const [only, ...more] = calendars
  if (!only) return {}
  if (more.length === 0) return { icalEvent: { ...only, filename: 'date.ics' } }
  return {
    attachments: calendars.map(({ method, content }, index) => ({
      ...{ filename: `date-${index + 1}.ics`, content },
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  }
}

const stopHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

function withoutAddress(error: unknown) {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string }
  const answer = String(responseCode ?? code ?? 'unknown')
  // Our sign-in and our own address are no fault of the family; the operator can mend them.
  const isAboutUs = command === 'MAIL FROM' || [530, 534, 535].includes(responseCode ?? 0)
  const isFinal = responseCode !== undefined && responseCode >= 500 && !isAboutUs
  return isFinal ? new PostRefused(answer) : new PostDelayed(answer)
}
