import { worker } from './surroundings.ts'

/** Pages are read without a network for a week, and so many of them at most. */
const longest = 7 * 24 * 3600 * 1000
const mostPages = 30
const mostParts = 60

const keptAtHeader = 'x-kept-at'

/** The week, the offers and their dates, the centres and their week in pictures. */
const openToAll =
  /^\/[a-z]{2}(-[a-z]+)?(\/(offers|centres)(\/[a-z0-9-]+)?|\/centres\/[a-z0-9-]+\/pictures|\/sessions\/[a-f0-9-]+)?$/

/** Where one lives, when one has time, a week further on, all dates of an offer. */
const tellsNothing = new Set(['district', 'day', 'part', 'from', 'dates'])

/**
 * Whether a page may stay on the phone. Whoever takes the phone next can read it, so that it is one of those that say
 * nothing about who opened it: never a personal page or a page of staff, nor what somebody searched for.
 */
export const mayBeKept = ({ pathname, searchParams }: URL) =>
  openToAll.test(pathname) && [...searchParams.keys()].every(name => tellsNothing.has(name))

/** Keeps a page that has just been read, with what it is drawn with. `now` is in milliseconds. */
export const keepPage = async (address: string, answer: Response, now: number) => {
  if (!mayBeKept(new URL(address)) || !isForEverybody(answer)) return
  const headers = new Headers(answer.headers)
  headers.set(keptAtHeader, String(now))
  const timesForgotten = forgotten
  const html = await answer.text()
  await keepParts(html)
  await forgetOld(now)
  await keepNewest(await caches.open('pages'), mostPages, address, new Response(html, { headers }))
  // Somebody left quickly while the page was being put away.
  if (forgotten !== timesForgotten) await caches.delete('pages')
}

/** The server says of every page for one reader that it is not to be stored. */
const isForEverybody = ({ status, redirected, headers }: Response) =>
  status === 200 &&
  !redirected &&
  (headers.get('content-type') ?? '').startsWith('text/html') &&
  !/no-store|private/.test(headers.get('cache-control') ?? '')

/** A page as it was read last, and when that was; undefined when it is not there or too old to be believed. */
export const findPage = async (address: string, now: number) => {
  const page = mayBeKept(new URL(address)) ? await (await caches.open('pages')).match(address) : undefined
  const keptAt = Number(page?.headers.get(keptAtHeader))
  return page && now - keptAt < longest ? { page, keptAt } : undefined
}

/** What is too old to be believed does not stay either. */
export const forgetOld = async (now: number) => {
  const pages = await caches.open('pages')
  for (const request of await pages.keys()) {
    const keptAt = Number((await pages.match(request))?.headers.get(keptAtHeader))
    if (now - keptAt >= longest) await pages.delete(request)
  }
}

let forgotten = 0

/** Whoever leaves quickly leaves nothing behind that says what was read: no page, no map of a district, no notice. */
export const forgetPages = async () => {
  forgotten += 1
  const notices = await worker.registration.getNotifications()
  for (const notice of notices) notice.close()
  await Promise.all(['pages', 'parts'].map(cache => caches.delete(cache)))
}

/** Stylesheets, scripts and drawings that a page names; their addresses change with their content. */
export const keepParts = async (html: string) => {
  const parts = await caches.open('parts')
  for (const [, named = ''] of html.matchAll(/(?:href|src)="(\/[^"]+\.(?:css|js|svg)(?:\?[^"]*)?)"/g)) {
    const address = named.replaceAll('&amp;', '&')
    if (await parts.match(address)) continue
    const part = await fetch(address)
    if (part.ok) await keepNewest(parts, mostParts, address, part)
  }
}

export const findPart = async (request: Request) => (await caches.open('parts')).match(request)

const keepNewest = async (cache: Cache, most: number, address: string, answer: Response) => {
  // Taken out first, because a cache lists what it holds in the order in which it came.
  await cache.delete(address)
  await cache.put(address, answer)
  const held = await cache.keys()
  await Promise.all(held.slice(0, -most).map(oldest => cache.delete(oldest)))
}
