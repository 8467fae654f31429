import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { encode, encodingFor } from './encoding.ts'
import { isUnchanged, type Place, type PlaceOf } from './front.ts'
import type { Encoding, KeptPage, PageCache } from './page-cache.ts'
import { readSnapshot } from './snapshot.ts'

/**
 * What a page says about itself to the cache; neither leaves the house. Without the first it is not kept, except
 * what browsers may keep for ever.
 */
const freshUntilHeader = 'x-fresh-until'

/** Says until when a page stays true by itself; whoever does not say so is made anew each time. */
export const tellFreshUntil = (
  c: { header: (name: string, value: string) => void },
  instant: Temporal.Instant,
) => c.header(freshUntilHeader, instant.toString())

/** The city and the snapshot of the database, read before the page: `<city> <xmin>:<xmax>:<running>`. */
export const asOfHeader = 'x-as-of'

export type Incoming = { incoming: IncomingMessage }
export type Answer = (request: Request, env: Incoming) => Response | Promise<Response>
type Kept = (key: string, page: KeptPage) => void

/**
 * Keeps the answers that may be kept. Those who ask for the same page at the same moment wait for one of them to make
 * it. A page is made for its one address, so that nothing a stranger wrote into the query stands in it.
 */
export const keeping = (answer: Answer, cache: PageCache, placeOf: PlaceOf, onKept: Kept): Answer => {
  const making = new Map<string, Promise<unknown>>()

  const make = async (place: Place, request: Request, env: Incoming) => {
    const keeper = cache.begin()
    const response = await answer(atItsAddress(request, place.address), env)
    const encoding = encodingFor(env.incoming.headers['accept-encoding'])
    const page = await pageOf(response, encoding)
    if (!page) return packedOnce(response, encoding)
    if (keeper.keep(place.key, page)) onKept(place.key, page)
    return answerWith(page, request)
  }

  return async (request, env) => {
    const place = placeOf(env.incoming)
    if (!place) return withoutNotes(await answer(request, env))

    const underWay = making.get(place.key)
    if (underWay) {
      await underWay.catch(() => {})
      const page = cache.find(place.key)
      // It could not be kept, or changed meanwhile: then everybody gets an answer of her own.
      return page ? answerWith(page, request) : withoutNotes(await make(place, request, env))
    }
    const made = make(place, request, env)
    making.set(place.key, made)
    try {
      return withoutNotes(await made)
    } finally {
      making.delete(place.key)
    }
  }
}

/** Undefined for errors, redirects, forms, whatever sets a cookie, and what says not when it changes. */
const pageOf = async (response: Response, encoding: Encoding): Promise<KeptPage | undefined> => {
  const { headers } = response
  const caching = headers.get('cache-control') ?? ''
  if (response.status !== 200 || headers.has('set-cookie') || /no-store|private/.test(caching))
    return undefined
  const isForEver = caching.includes('immutable')
  const freshUntil = isForEver ? Infinity : Date.parse(headers.get(freshUntilHeader) ?? '')
  const madeFrom = madeFromOf(headers.get(asOfHeader))
  if (Number.isNaN(freshUntil) || (!isForEver && !madeFrom)) return undefined

  const plain = Buffer.from(await response.arrayBuffer())
  const used = isText(headers) ? encoding : 'identity'
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const lasting = lastingHeaders(headers, caching, etag)
  return withBody(
    { status: 200, headersUnchanged: lasting.flat(), etag, encoding: used, freshUntil, madeFrom },
    await encode(plain, used),
    headers.get('content-type') ?? 'text/html; charset=UTF-8',
  )
}

/**
 * What changes too often to be kept, such as an offer with its free places, goes out packed as well. Only for the
 * addresses that everybody may read and for whoever brings no cookie: where something secret stands beside what a
 * stranger put into the address, the length of a packed page would give it away (BREACH).
 */
const packedOnce = async (response: Response, encoding: Encoding) => {
  const { status, headers } = response
  if (encoding === 'identity' || status !== 200 || headers.has('set-cookie') || !isText(headers))
    return response
  const body = await encode(Buffer.from(await response.arrayBuffer()), encoding)
  const described = new Headers(headers)
  described.set('content-encoding', encoding)
  described.append('vary', 'accept-encoding')
  described.delete('content-length')
  return new Response(body as Uint8Array<ArrayBuffer>, { status, headers: described })
}

/** The same page around another body, in memory of its own: what zlib hands out may hold a much larger piece. */
export const withBody = (
  page: Omit<KeptPage, 'headers' | 'body'>,
  body: Buffer,
  contentType: string,
): KeptPage => ({
  ...page,
  body: Buffer.from(Uint8Array.from(body).buffer),
  headers: [
    ...page.headersUnchanged,
    ...['content-type', contentType, 'content-length', String(body.byteLength)],
    ...(page.encoding === 'identity' ? [] : ['content-encoding', page.encoding]),
  ],
})

const madeFromOf = (note: string | null): KeptPage['madeFrom'] => {
  const [city, text = ''] = note?.split(' ') ?? []
  const asOf = readSnapshot(text)
  return city && asOf ? { city, asOf } : undefined
}

const describesBody = new Set(['content-type', 'content-length', 'content-encoding'])
const notes = new Set([freshUntilHeader, asOfHeader])
const written = new Set([
  'cache-control',
  'vary',
  'etag',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
])

const lastingHeaders = (headers: Headers, caching: string, etag: string) => [
  ...[...headers].filter(([name]) => !describesBody.has(name) && !notes.has(name) && !written.has(name)),
  // Browsers ask each time whether it changed; the answer is short.
  ['cache-control', caching || 'no-cache'],
  ['vary', 'accept-encoding, cookie'],
  ['etag', etag],
]

const answerWith = (page: KeptPage, request: Request) => {
  const unchanged = isUnchanged(page, request.headers.get('if-none-match'))
  const headers = pairsOf(unchanged ? page.headersUnchanged : page.headers)
  return unchanged
    ? new Response(null, { status: 304, headers })
    : new Response(page.body as Uint8Array<ArrayBuffer>, { headers })
}

const pairsOf = (flat: readonly string[]) =>
  flat.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : []))

const withoutNotes = (response: Response) => {
  for (const note of notes) if (response.headers.has(note)) response.headers.delete(note)
  return response
}

const atItsAddress = (request: Request, address: string) => {
  const url = new URL(address, request.url)
  if (url.toString() === request.url) return request
  return new Request(url, { headers: request.headers })
}

const isText = (headers: Headers) =>
  /^text\/|\bsvg|\bjson|\bxml|javascript/.test(headers.get('content-type') ?? 'text/html')
