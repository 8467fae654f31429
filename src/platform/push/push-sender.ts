import { buildPushPayload } from '@block65/webcrypto-web-push'
import { PostDelayed, PostRefused } from '../post-failures.ts'
import type { PushKey } from './push-key.ts'
import { isPushService } from './push-services.ts'

/** A phone that said yes: where its browser's maker takes news, and the keys with which only the phone reads them. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string }

/** What the phone shows, and the address that a tap opens. `tag` is one for all attempts: a second takes its place. */
export type Notice = { tag: string; title: string; body: string; address: string; lang: string; dir: string }

/** `gone`: the phone does not want it any more. */
export type PushSender = { send: (target: PushTarget, notice: Notice) => Promise<'sent' | 'gone'> }

type Sending = {
  key: PushKey
  /** Whom the makers of browsers may ask: an address of the web, or mailto:. */
  contact: string
  /** Tests have a server of their own. */
  ask?: (endpoint: string, asked: RequestInit) => Promise<Response>
}

/** Sends by Web Push (RFC 8030). The text is encrypted for the phone (RFC 8291); the server in between cannot read it. */
export const openPush = ({ key, contact, ask = fetch }: Sending): PushSender => ({
  async send({ endpoint, p256dh, auth }, notice) {
    if (!isPushService(endpoint)) return 'gone'
    const sealed = await buildPushPayload(
      { data: notice, options: { ttl: keptSeconds, urgency: 'normal' } },
      { endpoint, expirationTime: null, keys: { p256dh, auth } },
      { ...key, subject: contact },
    ).catch(() => {
      throw new PostRefused('keys')
    })
    const answer = await ask(endpoint, {
      ...{ ...sealed, redirect: 'error' },
      signal: AbortSignal.timeout(longestWait),
    }).catch(() => {
      throw new PostDelayed('unreachable')
    })
    await answer.body?.cancel()
    if (answer.ok) return 'sent'
    if (answer.status === 404 || answer.status === 410) return 'gone'
    const code = String(answer.status)
    throw refusing.includes(answer.status) ? new PostRefused(code) : new PostDelayed(code)
  },
})

/** So long a phone may be off. */
const keptSeconds = 2 * 24 * 3600

const longestWait = 10_000

/** About this one notice: too long, or not to be understood. */
const refusing = [400, 413]
