import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as securedRequest } from 'node:https'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { onlyTo } from './only-to.ts'
import { openInternet, type Reach, type Unreachable, whereIs } from './reach.ts'

/** What is read again is asked for only if it has changed. */
export type Known = { etag: string | null; lastModified: string | null }

export type OutsideFault =
  | Unreachable
  | 'no-answer'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects'
  /** `about` is the status. */
  | 'refused'
  | 'encoding'

export type Outside =
  | ({ outcome: 'read'; bytes: Buffer } & Known)
  | { outcome: 'unchanged' }
  | { outcome: 'fault'; code: OutsideFault; about: string }

/** Of the whole reading, with all redirects. Bytes are counted as they are unpacked. */
export type Limits = { milliseconds: number; bytes: number; redirects: number }
type Asking = Limits & { known?: Known; accept: string; reach?: Reach }

/**
 * Reads an address that somebody typed: within limits of time, size and redirects, and only from machines of the open
 * internet. The name is resolved once, and the connection goes to the address that was checked; each redirect is
 * checked again (docs/decisions/0029-what-a-server-may-be-told-to-read.md).
 */
export const readOutside = async (address: string, asking: Asking): Promise<Outside> => {
  const signal = AbortSignal.timeout(asking.milliseconds)
  try {
    let url = new URL(address)
    for (let redirects = 0; redirects <= asking.redirects; redirects++) {
      const answer = await answerOf(url, asking, signal)
      const next = redirectOf(answer)
      if (next === undefined) return await readAnswer(answer, asking, signal)
      answer.destroy()
      if (!URL.canParse(next, url)) return fault('address')
      url = new URL(next, url)
    }
    return fault('too-many-redirects')
  } catch (error) {
    if (error instanceof Given) return fault(error.code, error.about)
    return fault(signal.aborted ? 'too-slow' : 'no-answer')
  }
}

const answerOf = async (url: URL, asking: Asking, signal: AbortSignal): Promise<IncomingMessage> => {
  const { reach = openInternet, known, accept } = asking
  const found = await Promise.race([whereIs(url, reach), ended(signal)])
  if (typeof found === 'string') throw new Given(found)
  const options: RequestOptions = {
    ...{ agent: false, signal, lookup: onlyTo(found) },
    headers: {
      ...{ accept, 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'KiezNetz' },
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
    },
  }
  return new Promise((resolve, reject) => {
    const begin = url.protocol === 'https:' ? securedRequest : plainRequest
    begin(url, options, resolve).on('error', reject).end()
  })
}

const redirectOf = ({ statusCode = 0, headers }: IncomingMessage) =>
  [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? '') : undefined

const readAnswer = async (
  answer: IncomingMessage,
  { bytes: most }: Limits,
  signal: AbortSignal,
): Promise<Outside> => {
  const { statusCode = 0, headers } = answer
  const unpack = headers['content-encoding'] ? unpackers[headers['content-encoding'].toLowerCase()] : []
  if (statusCode !== 200 || !unpack) {
    answer.destroy()
    if (statusCode === 304) return { outcome: 'unchanged' }
    return statusCode === 200 ? fault('encoding') : fault('refused', String(statusCode))
  }
  const parts: Buffer[] = []
  await pipeline(
    [
      answer,
      ...unpack.map(one => one()),
      async (source: AsyncIterable<Buffer>) => {
        let length = 0
        for await (const part of source) {
          length += part.length
          if (length > most) throw new Given('too-large')
          parts.push(part)
        }
      },
    ],
    { signal },
  )
  const { etag = null, 'last-modified': lastModified = null } = headers
  return { outcome: 'read', bytes: Buffer.concat(parts), etag, lastModified }
}

/** One layer: several, one in the other, is how a few bytes become very many. */
const unpackers: Partial<Record<string, (() => NodeJS.ReadWriteStream)[]>> = {
  identity: [],
  gzip: [createGunzip],
  deflate: [createInflate],
  br: [createBrotliDecompress],
}

const ended = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Given('too-slow'))))

const fault = (code: OutsideFault, about = ''): Outside => ({ outcome: 'fault', code, about })

class Given extends Error {
  readonly code: OutsideFault
  readonly about: string
  constructor(code: OutsideFault, about = '') {
    super(code)
    this.code = code
    this.about = about
  }
}
