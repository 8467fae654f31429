import { cancellingAt, keepCancellation, sendCancellations } from './kept-cancellations.ts'
import { findPage, findPart, keepPage, mayBeKept } from './kept-pages.ts'
import { asCopy, hasSparePages, keepSparePages, languageOf, sparePage } from './spare-pages.ts'
import type { Asked } from './surroundings.ts'

/**
 * The network always comes first; what was kept is for when there is none. Whatever staff do is left to the browser,
 * as is every form but the one that cancels.
 */
export const answerAsked = (event: Asked) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || /^\/[\w-]+\/staff(\/|$)/.test(pathname)) return
  if (request.mode !== 'navigate') {
    if (request.method === 'GET' && /\.(css|js|svg)$/.test(pathname)) event.respondWith(partOrKept(request))
    return
  }
  if (request.method === 'GET') event.respondWith(pageOrKept(event))
  else if (pathname === cancellingAt(request.url)) event.respondWith(cancelOrKeep(request))
}

const partOrKept = (request: Request) =>
  fetch(request).catch(async () => (await findPart(request)) ?? Response.error())

const pageOrKept = async (event: Asked) => {
  const { url } = event.request
  try {
    const answer = await fetch(event.request)
    event.waitUntil(afterReading(url, answer.clone()))
    return answer
  } catch {
    return withoutNetwork(url)
  }
}

/** Neither hurries, and a reader never waits for them; what fails is tried with the next page. */
const afterReading = async (address: string, answer: Response) => {
  if (mayBeKept(new URL(address))) await keepPage(address, answer, Date.now())
  if (mayBeKept(new URL(address)) || cancellingAt(address)) {
    const language = languageOf(address)
    if (!(await hasSparePages(language, Date.now()))) await keepSparePages(language)
  }
  await sendCancellations(Date.now()).catch(() => {})
}

const withoutNetwork = async (address: string) => {
  const language = languageOf(address)
  const cancelling = cancellingAt(address)
  if (cancelling)
    return sparePage(language, 'offline/cancel', html => html.replace('action="."', `action="${cancelling}"`))
  const kept = await findPage(address, Date.now())
  return kept ? asCopy(language, kept.page, kept.keptAt) : sparePage(language, 'offline')
}

const cancelOrKeep = async (request: Request) => {
  const { url } = request
  try {
    return await fetch(request)
  } catch {
    const promise = await sparePage(languageOf(url), 'offline/sent-later')
    // Whoever cannot be told that it will be sent believes that it was not, and must be right.
    if (promise.ok) await keepCancellation(new URL(url).pathname, Date.now())
    return promise
  }
}
