import { createECDH, hkdfSync } from 'node:crypto'

/** By which the makers of browsers know who sends (VAPID, RFC 8292). */
export type PushKey = { privateKey: string; publicKey: string }

/**
 * Follows from the secret of the installation, so that it is there from the first start and there is nothing more to
 * keep: a phone that said yes goes on hearing as long as that secret stays.
 */
export const pushKeyFrom = (secret: string): PushKey => {
  for (let attempt = 0; ; attempt++) {
    const d = Buffer.from(hkdfSync('sha256', secret, '', `web push ${attempt}`, 32))
    const curve = createECDH('prime256v1')
    try {
      curve.setPrivateKey(d)
    } catch {
      // Not on the curve: happens once in four thousand million.
      continue
    }
    return { privateKey: d.toString('base64url'), publicKey: curve.getPublicKey('base64url') }
  }
}
