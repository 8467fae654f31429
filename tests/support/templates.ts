import type { APIRequestContext } from 'playwright-core'
import type { Language } from '../../src/platform/wording/wording.ts'

export type Templates = ReturnType<typeof templatesOf>

/** The page templates of the product, from its table of routes: `/offers/:slug` stands for every offer. */
export const templatesOf = (table: readonly { method: string; path: string }[]) => {
  const patterns = table
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => ({ path, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }))
  return {
    all: patterns.map(({ path }) => path),
    /** The first route that answers an address, as the router decides it. */
    of: (address: string) => {
      const path = withoutLanguage(new URL(address, 'http://localhost').pathname)
      return patterns.find(({ pattern }) => pattern.test(path))?.path
    },
  }
}

const withoutLanguage = (path: string) => path.replace(/^\/[a-z]{2}(?:-[a-z]+)?(?=\/|$)/, '')

/** So many addresses of one template are asked for, because the first may lead nowhere new. */
const enough = 3

type Crawl = { request: APIRequestContext; url: string; templates: Templates; language: Language }

/** Follows links from the given pages as whoever is signed in; gives one address for each template, without language. */
export const onePageOfEach = async ({ request, url, templates, language }: Crawl, from: string[]) => {
  const chosen = new Map<string, string>()
  const asked = new Map<string, number>()
  const queue = new Set(from.map(address => `/${language}${address}`))
  for (const address of queue) {
    const template = templates.of(address)
    if (isFile(address)) continue
    const times = template === undefined ? enough : (asked.get(template) ?? 0)
    if (template === undefined || times >= enough) continue
    asked.set(template, times + 1)
    const answer = await request.get(url + address)
    if (answer.status() >= 500) throw new Error(`${address} answered ${answer.status()}`)
    const landed = new URL(answer.url())
    const arrived = templates.of(landed.pathname)
    if (!answer.ok() || arrived === undefined || !isPage(answer.headers()['content-type'])) continue
    if (!chosen.has(arrived)) chosen.set(arrived, withoutLanguage(landed.pathname) + landed.search)
    for (const next of linksIn(await answer.text(), language)) queue.add(next)
  }
  return chosen
}

/** Sheets and calendars lead nowhere, and take long to make. */
export const isFile = (address: string) => /\.(ics|pdf|png|csv|xlsx|svg|mp4|vtt)(\?|$)/.test(address)

const isPage = (type = '') => type.includes('text/html')

/** By pattern: building a tree of each page takes longer than the server took to make it. */
const linksIn = (html: string, language: Language) =>
  [...html.matchAll(/<a\b[^>]*?\shref="([^"#]*)/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .filter(href => new RegExp(`^/${language}(?![\\w-])`).test(href))
