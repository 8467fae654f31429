import { PostDelayed, PostRefused } from '../post-failures.ts'

/** `id` is kept through all attempts, for gateways that drop a second SMS of the same one. `to` is such as +4917139200. */
export type Sms = { id: string; to: string; text: string }

export type SmsGateway = { send: (sms: Sms) => Promise<void> }

export type SmsSettings = {
  /** The gateway's address for sending, chosen by the operator. */
  url: string
  /** What is posted there, JSON or a form, with {{to}}, {{text}} and {{id}} where those belong. */
  body: string
  /** One header that proves who sends, such as "Authorization: Bearer …". */
  header: string | undefined
}

/** Sends by any gateway that takes a POST over HTTP. */
export function openSmsGateway({ url, body, header }: SmsSettings): SmsGateway {
  const isJson = /^\s*[[{]/.test(body)
  const headers = {
    'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
    ...headerFrom(header),
  }
  return {
    async send(sms) {
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body: filled(body, sms, isJson ? inJson : encodeURIComponent),
        // Where it leads is the operator's word alone, and the secret goes nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(longestWait),
      }).catch(() => {
        throw new PostDelayed('unreachable')
      })
      await answer.body?.cancel()
      if (answer.ok) return
      const code = String(answer.status)
      throw refusing.includes(answer.status) ? new PostRefused(code) : new PostDelayed(code)
    },
  }
}

const longestWait = 10_000

/** About this one SMS. All other answers are about our account, the address or the hour, which somebody can mend. */
const refusing = [400, 410, 422]

const filled = (body: string, sms: Sms, encoded: (text: string) => string) =>
  body.replaceAll(/\{\{(to|text|id)\}\}/g, (_, name: keyof Sms) => encoded(sms[name]))

/** As it stands between the quotation marks of a JSON text. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1)

function headerFrom(header: string | undefined): Record<string, string> {
  if (!header) return {}
  const colon = header.indexOf(':')
  return { [header.slice(0, colon).trim()]: header.slice(colon + 1).trim() }
}
