import { load as parse } from 'cheerio'
import lighthouse from 'lighthouse'
import { ask } from '../tests/support/ask.ts'
import { launchBrowser } from '../tests/support/browser.ts'
import type { Started } from './processes.ts'
import { atLeast, median, type Result } from './result.ts'
import { undoneBy } from './tidy.ts'

const offer = '/de/offers/westend-kita-platz-suche'
const debuggingPort = 4_442

const bars = { performance: 99, accessibility: 100, 'best-practices': 100 } as const
type Category = keyof typeof bars
const categories = Object.keys(bars) as Category[]

/**
 * Four pages as Lighthouse sees them on its slow phone (a slow network and a processor four times slower, both
 * computed). Of its three categories each page shows the median; the worst page counts.
 */
export async function measureLighthouse(product: Started, { rounds = 3 } = {}): Promise<Result[]> {
  const pages = { start: '/de', offers: '/de/offers', offer, 'registration form': await formOf(product) }
  const browser = await launchBrowser({ debuggingPort })
  return undoneBy(browser.close, async () => {
    const found: { page: string; scores: Record<Category, number>; faults: string[] }[] = []
    for (const [page, address] of Object.entries(pages)) {
      const runs: Awaited<ReturnType<typeof look>>[] = []
      for (let round = 0; round < rounds; round++) runs.push(await look(product.url + address))
      const middle = (category: Category) => median(runs.map(({ scores }) => scores[category]))
      const scores = Object.fromEntries(categories.map(name => [name, middle(name)])) as Record<
        Category,
        number
      >
      found.push({ page, scores, faults: runs[0]?.faults ?? [] })
    }
    return categories.map(category => {
      const worst = Math.min(...found.map(({ scores }) => scores[category]))
      const each = found.map(({ page, scores }) => `${page} ${scores[category]}`).join(', ')
      const faults = [...new Set(found.flatMap(({ faults }) => faults))].filter(fault =>
        fault.startsWith(category),
      )
      return atLeast(bars[category], worst, 'of 100', {
        name: `Lighthouse on its slow phone: ${category}`,
        detail: worst < bars[category] ? `${each}; ${faults.join(', ')}` : each,
      })
    })
  })
}

/** The scores of one look, and which checks of a category were not passed. */
const look = async (url: string) => {
  const result = await lighthouse(url, {
    ...{ port: debuggingPort, logLevel: 'error', output: 'json', onlyCategories: categories },
  })
  if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`)
  const { lhr } = result
  const scores = Object.fromEntries(
    categories.map(name => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  ) as Record<Category, number>
  const faults = categories.flatMap(name =>
    (lhr.categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${name}: ${id}`),
  )
  return { scores, faults }
}

/** Where a family registers for that offer. */
const formOf = async ({ url }: Started) => {
  const $ = parse(await (await ask(url + offer)).text())
  const address = $('main a[href*="/join/"]').attr('href')
  if (!address) throw new Error(`${offer} leads to no form`)
  return address
}
