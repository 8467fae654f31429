import { apiRoot, keptApiAddress } from '../open-data/index.ts'
import { type KeptAddress, withPageCache } from '../platform/web/page-cache/index.ts'
import { isLanguage } from '../platform/wording/wording.ts'
import { canonicalAddress } from '../programme/index.ts'
import type { createWeb, Surroundings } from './web.tsx'

type Web = ReturnType<typeof createWeb>

/** The product as Node's server asks it: pages that everybody may read are kept and answered before the framework. */
export const cachedWeb = (
  web: Web,
  { clock, site, listenUrl }: Pick<Surroundings, 'clock' | 'site'> & { listenUrl: string },
) => withPageCache({ answer: web.fetch, keptAddress, publicPort: site.port, clock, listenUrl })

/** Pages that may be kept if they say until when they are fresh, with the parameters that make a difference. */
export const keptAddress: KeptAddress = (path, parameters) => {
  if (/^\/assets\/[\w-][\w.-]*$/.test(path)) return path
  if (path.startsWith(apiRoot)) return keptApiAddress(path, parameters)
  const [, language = '', page = ''] = /^\/([a-z]{2}(?:-[a-z]+)?)((?:\/[\w.-]+)*)$/.exec(path) ?? []
  if (!isLanguage(language)) return undefined

  if (page === '') return `/${language}${canonicalAddress('/', parameters).slice(1)}`
  if (filtered.test(page)) return `/${language}${canonicalAddress(page, parameters)}`
  const known = parametersOf(page)
  return known && `/${language}${page}${queryOf(parameters, known)}`
}

const filtered = /^\/(offers|subscribe|calendar\.ics|news\.(atom|rss|json))$/

/** Undefined for what is never kept. */
const parametersOf = (page: string): readonly string[] | undefined => {
  if (plainPages.test(page) || sheets.test(page)) return []
  if (datedSheets.test(page)) return ['from']
  if (centrePages.test(page)) return ['from']
  if (offerPages.test(page)) return ['dates']
  return pinboards.test(page) ? ['kind'] : pagesWithParameters[page]
}

const pagesWithParameters: Record<string, readonly string[]> = {
  '/centres': ['district'],
  '/map.svg': ['district', 'v'],
  '/neighbours': ['district', 'kind'],
  '/accents.css': ['v'],
}

const sheets = /^\/(offers\/[a-z0-9-]+\/(poster\.pdf|card(\.png)?)|centres\/[a-z0-9-]+\/card(\.png)?)$/
const datedSheets = /^\/centres\/[a-z0-9-]+\/(week-a[34]|week-pictures|booklet)\.pdf$/
const centrePages = /^\/centres\/[a-z0-9-]+(\/pictures)?$/
const offerPages = /^\/offers\/[a-z0-9-]+$/
const pinboards = /^\/centres\/[a-z0-9-]+\/pinboard$/

const plainPages =
  /^\/(sessions\/[a-z0-9-]+(\/calendar\.ics)?|offers\/[a-z0-9-]+\/calendar\.ics|centres\/[a-z0-9-]+\/(subscribe|calendar\.ics|news\.(atom|rss|json))|districts|story(\.pdf)?|money|concept(\/[a-z0-9-]+)?|promise|privacy|accessibility|imprint|sources|open-data|due|explained|app\.webmanifest|icon-(192|512)\.png)$/

/** Whoever makes addresses up shall not push the pages out that are read. */
const accepted: Record<string, RegExp> = { from: /^\d{4}-\d\d-\d\d$/, dates: /^all$/ }
const anyWord = /^[\w-]{1,64}$/

const queryOf = (parameters: URLSearchParams, known: readonly string[]) => {
  const query = new URLSearchParams()
  for (const name of known) {
    const value = parameters.get(name)
    if (value && (accepted[name] ?? anyWord).test(value)) query.set(name, value)
  }
  const text = query.toString()
  return text && `?${text}`
}
