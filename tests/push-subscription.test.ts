import { expect, test, vi } from 'vitest'
import { isMadeFor, subscribe } from '../browser/push/subscribe.ts'
import { pushKeyFrom } from '../src/platform/push/push-key.ts'

const { publicKey } = pushKeyFrom('the secret of the installation')
const former = pushKeyFrom('the secret before a restore').publicKey

test('a phone that has not said yes before is subscribed with the key of the page', async () => {
  const phone = aPhone()
  await subscribe(phone, publicKey)
  expect(phone.subscribe).toHaveBeenCalledExactlyOnceWith({
    ...{ userVisibleOnly: true, applicationServerKey: publicKey },
  })
})

test('one that hears already is left as it is', async () => {
  const kept = made(publicKey)
  const phone = aPhone(kept)
  expect(await subscribe(phone, publicKey)).toBe(kept)
  expect(phone.subscribe).not.toHaveBeenCalled()
  expect(kept.unsubscribe).not.toHaveBeenCalled()
})

test('after another secret of the installation the old key is given back, and a new one taken', async () => {
  const kept = made(former)
  const phone = aPhone(kept)
  const subscription = await subscribe(phone, publicKey)
  expect(kept.unsubscribe).toHaveBeenCalledBefore(phone.subscribe)
  expect(isMadeFor(subscription, publicKey)).toBe(true)
  expect(isMadeFor(kept, publicKey)).toBe(false)
})

test('a browser that does not say for whom it was made is believed', () =>
  expect(isMadeFor({ ...made(publicKey), options: { applicationServerKey: null } }, publicKey)).toBe(true))

/** What a browser keeps, as far as it is asked. */
const made = (key: string) => {
  const bytes = Buffer.from(key, 'base64url')
  return {
    options: { applicationServerKey: new Uint8Array(bytes).buffer },
    unsubscribe: vi.fn(async () => true),
    toJSON: () => ({}),
  }
}

/** A browser refuses a second key while it keeps a first one. */
const aPhone = (kept?: ReturnType<typeof made>) => ({
  getSubscription: async () => kept ?? null,
  subscribe: vi.fn(async ({ applicationServerKey }: PushSubscriptionOptionsInit) =>
    made(`${applicationServerKey}`),
  ),
})
