import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { PostDelayed, PostRefused } from '../post-failures.ts'
import { pushKeyFrom } from './push-key.ts'
import { openPush } from './push-sender.ts'
import { isPushService } from './push-services.ts'

const key = pushKeyFrom('a secret of the installation')
const endpoint = 'https://fcm.googleapis.com/fcm/send/one-phone'
const notice = {
  ...{ tag: '0190-id', title: 'Ein Platz ist frei: Krabbelgruppe', body: 'KiEZ Westend' },
  ...{ address: 'https://kiez.example/de/my/0123456789012345678901', lang: 'de', dir: 'ltr' },
}

test('only the phone reads the notice, decrypted here by a program of our own', async () => {
  const service = await aService()
  const phone = aPhone()
  expect(await service.push.send({ endpoint, ...phone.keys }, notice)).toBe('sent')
  const [asked] = service.received
  expect(asked?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '172800' })
  expect(asked?.body.toString('latin1')).not.toContain('Krabbelgruppe')
  expect(JSON.parse(decrypted(asked?.body ?? Buffer.alloc(0), phone))).toEqual(notice)
})

test('that program reads what the standard gives as its example (RFC 8291, appendix A)', () => {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'))
  const auth = Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url')
  const body = Buffer.from(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    'base64url',
  )
  expect(decrypted(body, { curve, auth })).toBe('When I grow up, I want to be a watermelon')
})

test('it says who sends, signed by the key that the page shows to browsers', async () => {
  const service = await aService()
  await service.push.send({ endpoint, ...aPhone().keys }, notice)
  const [, token = '', shown = ''] =
    service.received[0]?.headers.authorization?.match(/^vapid t=([^,]+), ?k=(.+)$/) ?? []
  expect(shown).toBe(key.publicKey)
  const [head, claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key.publicKey, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map(half => half.toString('base64url'))
  const publicKey = { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }
  expect(
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: publicKey, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  ).toBe(true)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    ...{ aud: new URL(endpoint).origin, sub: 'mailto:kiez@example.org' },
  })
})

test.each([404, 410])('%i means that the phone does not want it any more', async status => {
  const service = await aService(status)
  expect(await service.push.send({ endpoint, ...aPhone().keys }, notice)).toBe('gone')
})

test.each([400, 413])('%i is about this notice: it is not tried again', async status => {
  const service = await aService(status)
  const sent = service.push.send({ endpoint, ...aPhone().keys }, notice)
  await expect(sent).rejects.toThrow(PostRefused)
})

test.each([302, 403, 429, 500, 503])('%i only delays', async status => {
  const service = await aService(status)
  const error = await service.push.send({ endpoint, ...aPhone().keys }, notice).catch(fault => fault)
  expect(error).toBeInstanceOf(PostDelayed)
  expect(error).not.toBeInstanceOf(PostRefused)
})

test('nobody makes the server knock elsewhere', async () => {
  const service = await aService()
  for (const elsewhere of [service.url, 'https://evil.example/push/one'])
    expect(await service.push.send({ endpoint: elsewhere, ...aPhone().keys }, notice)).toBe('gone')
  expect(service.received).toEqual([])
})

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://web.push.apple.com/abc', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/fcm/send/abc', false],
  ['https://me@fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com.evil.example/abc', false],
  ['https://evilpush.apple.com/abc', false],
  ['https://169.254.169.254/latest', false],
  ['fcm.googleapis.com', false],
])('a browser takes notices at %s: %s', (address, isOne) => expect(isPushService(address)).toBe(isOne))

test('the key stays with the secret, and is another with another', () => {
  expect(pushKeyFrom('a secret of the installation')).toEqual(key)
  expect(pushKeyFrom('another').publicKey).not.toBe(key.publicKey)
  expect(Buffer.from(key.publicKey, 'base64url')).toHaveLength(65)
})

type Phone = { curve: ECDH; auth: Buffer }

const aPhone = () => {
  const curve = createECDH('prime256v1')
  const p256dh = curve.generateKeys().toString('base64url')
  const auth = Buffer.alloc(16, 7)
  return { curve, auth, keys: { p256dh, auth: auth.toString('base64url') } }
}

/** What a browser does (RFC 8188 and 8291), for one record. */
function decrypted(body: Buffer, { curve, auth }: Phone) {
  const salt = body.subarray(0, 16)
  const senderKey = body.subarray(21, 21 + (body[20] ?? 0))
  const sealed = body.subarray(21 + (body[20] ?? 0))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), senderKey])
  const input = Buffer.from(hkdfSync('sha256', curve.computeSecret(senderKey), auth, info, 32))
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', input, salt, `Content-Encoding: ${name}\0`, length))
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  decipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function aService(status = 201) {
  const received: { headers: IncomingHttpHeaders; body: Buffer }[] = []
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: Buffer.concat(await Array.fromAsync(request)) })
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/push/one`
  const push = openPush({ key, contact: 'mailto:kiez@example.org', ask: (_, asked) => fetch(url, asked) })
  return { url, received, push }
}
