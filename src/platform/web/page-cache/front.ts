import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodingFor } from './encoding.ts'
import type { KeptPage, PageCache } from './page-cache.ts'

/**
 * The one address under which an answer is kept, with known parameters only and the language in front; undefined for
 * what is never kept.
 */
export type KeptAddress = (path: string, parameters: URLSearchParams) => string | undefined

/** Where the answer to a request is kept. Whoever brings a cookie may be signed in and gets an answer of her own. */
export type Place = { key: string; address: string }
export type PlaceOf = (request: IncomingMessage) => Place | undefined

/** Answers what is kept before the framework is asked; says whether it did. */
export const answerKept =
  (cache: PageCache, placeOf: PlaceOf) => (request: IncomingMessage, response: ServerResponse) => {
    const place = placeOf(request)
    const page = place && cache.find(place.key)
    if (!page) return false
    if (isUnchanged(page, request.headers['if-none-match']))
      response.writeHead(304, page.headersUnchanged as string[]).end()
    else response.writeHead(200, page.headers as string[]).end(page.body)
    return true
  }

/** Reached from outside at a port of its own, such as 8443; undefined where none stands in the address. */
export const placesBy = (keptAddress: KeptAddress, publicPort: string | undefined): PlaceOf => {
  const addresses = remembering(keptAddress)
  return ({ method, headers, url = '', socket }) => {
    const host = headers.host?.toLowerCase()
    if (method !== 'GET' || headers.cookie || headers.authorization || !host) return undefined
    // Else made-up ports would push out what is read.
    const [, port] = /:(\d+)$/.exec(host) ?? []
    if (port !== undefined && port !== publicPort && port !== String(socket.localPort)) return undefined
    const address = addresses(url)
    if (address === undefined) return undefined
    return { key: `${encodingFor(headers['accept-encoding'])} ${host} ${address}`, address }
  }
}

/** What a browser says it has may be quoted as weak or strong, or be one of several. */
export const isUnchanged = ({ etag }: Pick<KeptPage, 'etag'>, known: string | undefined | null) =>
  Boolean(known && (known === etag || known.split(',').some(one => one.trim() === etag)))

const rememberedAddresses = 2_000
const longestAddress = 500

/** Reading the parameters of an address costs more than the answer, so the last ones are remembered. */
const remembering = (keptAddress: KeptAddress) => {
  const known = new Map<string, string | undefined>()
  return (url: string) => {
    if (known.has(url)) return known.get(url)
    if (url.length > longestAddress) return undefined
    const [path = '', query = ''] = splitAt(url, '?')
    const address = keptAddress(path, new URLSearchParams(query))
    if (known.size >= rememberedAddresses) known.clear()
    known.set(url, address)
    return address
  }
}

const splitAt = (text: string, mark: string) => {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
