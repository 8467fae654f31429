import { createHash, randomBytes, randomInt } from 'node:crypto'
import { plainDigits } from './reachable.ts'

/** What opens something to a family without an account: a link for messages, and a short code for paper and telephone. */
export type Keys = {
  link: string
  code: string
  /** Kept beside the link where the code does not follow from the link alone. */
  salt?: Buffer
}

// No letters or digits that look alike on paper or sound alike on the telephone.
const alphabet = '23456789ABCDEFGHKLMNPRSTVWXYZ'

/** Unguessable: what a link consists of, or what is made once per rendering of a form against double clicks. */
export const newSecret = () => randomBytes(16).toString('base64url')

/** A code that opens nothing and only counts: six letters, short enough to be read out at a desk. */
export const newCountingCode = () =>
  Array.from({ length: countingLetters }, () => alphabet[randomInt(alphabet.length)]).join('')

/** The same as it stands on paper. */
export const countingCodeOnPaper = (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`

/** From what somebody typed, with small letters, spaces or without the hyphen; undefined when it can be no such code. */
export const countingCodeFrom = (typed: string) => {
  const code = plain(typed)
  return code.length === countingLetters && isOfAlphabet(code) ? code : undefined
}

const countingLetters = 6

/** Both keys follow from the secret of the form: sent twice, the form shows the same ones again. */
export const keysOf = (secret: string): Keys => {
  const link = digest('link', secret).subarray(0, 16).toString('base64url')
  return { link, code: codeOf(link) }
}

/**
 * The same for whom somebody else may read along: to find the code of such a link one also needs the salt, which stands
 * in no message and no history of a browser.
 */
export const saltedKeysOf = (secret: string): Keys & { salt: Buffer } => {
  const { link } = keysOf(secret)
  const salt = digest('salt', secret).subarray(0, 16)
  return { link, code: codeOf(link, salt), salt }
}

/**
 * The code follows from the first link, so that whoever holds that link finds the code again, though both are kept
 * as hashes only (docs/decisions/0017). There is no way back from the code to the link.
 */
export const codeOf = (link: string, salt?: Buffer | null) =>
  [...digest('code', salt ? `${link}:${salt.toString('base64url')}` : link).subarray(0, 9)]
    .map(byte => alphabet[byte % alphabet.length])
    .join('')
    .replace(/(...)(?=.)/g, '$1-')

/** A code as somebody types it; a link is none. */
export const isTypedCode = (typed: string) => isCode(plain(typed))

export const isLink = (text: string) => /^[\w-]{22}$/.test(text)

/** What the database keeps of a form's secret, as a UUID: enough to know it again, not enough to open anything. */
export const onceKeyOf = (secret: string) =>
  digest('once', secret)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** The hash under which a link is kept. It is taken as it stands: nothing that was typed reads as a link. */
export const hashOfLink = (link: string) => digest('kept', link)

/** The hash under which a link or a code is kept. A code may be typed with small letters, spaces or without hyphens. */
export const hashOfKey = (typed: string) => {
  const code = plain(typed)
  return digest('kept', isCode(code) ? code : typed)
}

/** Arabic keyboards write digits of their own, and what is copied from Arabic words brings signs of direction along. */
const plain = (typed: string) =>
  plainDigits(typed)
    .toUpperCase()
    .replace(/[\s\p{Cf}-]/gu, '')

const isCode = (text: string) => text.length === 9 && isOfAlphabet(text)

const isOfAlphabet = (text: string) => [...text].every(letter => alphabet.includes(letter))

const digest = (purpose: string, secret: string) =>
  createHash('sha256').update(`${purpose}:${secret}`).digest()
