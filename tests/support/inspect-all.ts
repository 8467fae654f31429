import type { Page } from 'playwright-core'
import type { Language } from '../../src/platform/wording/wording.ts'
import { carryAxe } from './browser.ts'
import { faultsOf } from './inspection.ts'
import { isFile, onePageOfEach, type Templates } from './templates.ts'

type Inspection = { language: Language; isPublic: boolean }

/** Inspects one page of each template that can be reached, and remembers which it has seen. */
export const inspectorOf = (url: string, templates: Templates) => {
  const seen = new Set<string>()
  const carries = new WeakSet<Page>()
  const seenInGerman = new Set<string>()

  /** Addresses without their language, one for each template that whoever is signed in comes to from the given ones. */
  const find = (page: Page, from: string[], { language, isPublic }: Inspection) =>
    onePageOfEach({ request: page.request, url, templates, language }, from).then(chosen =>
      [...chosen].filter(([template]) => isPublic || isForStaff(template)).map(([, address]) => address),
    )

  /** Looks at the pages, and at the form of each, sent as it is, if the answer says what is missing. */
  const inspect = async (page: Page, addresses: string[], { language, isPublic }: Inspection) => {
    const faults: string[] = []
    if (!carries.has(page)) await carryAxe(page)
    carries.add(page)
    for (const address of addresses) {
      const answer = await page.goto(`${url}/${language}${address}`)
      const template = templates.of(page.url()) ?? address
      seen.add(template)
      if (!answer?.ok()) faults.push(`${address}: ${answer?.status()} in ${language}`)
      const look = async (what: string) => {
        const isSeenInColour = language !== 'de' && seenInGerman.has(`${address} ${what}`)
        if (language === 'de') seenInGerman.add(`${address} ${what}`)
        const isForFamilies = isPublic && !/^\/(sign-in|set-up|design)/.test(template)
        for (const fault of await faultsOf(page, { language, isPublic: isForFamilies, isSeenInColour }))
          faults.push(`${what} (/${language}${address}): ${fault}`)
      }
      await look(template)
      if (await sendsItsForm(page)) await look(`${template}, with faults`)
    }
    return faults
  }

  /** The templates nobody has seen, but for files and those named. */
  const leftOut = (isMine: (template: string) => boolean, notPages: readonly string[]) =>
    templates.all.filter(path => isMine(path) && !seen.has(path) && !notPages.includes(path) && !isFile(path))

  return { find, inspect, seen, leftOut }
}

export const isForStaff = (template: string) => /staff|account/.test(template)

/** Presses the main button of the page's form; true when the answer is a page of faults. */
async function sendsItsForm(page: Page) {
  const button = page.locator('main form[method=post] .kern-btn--primary:visible').first()
  if ((await button.count()) === 0) return false
  const [answer] = await Promise.all([
    page.waitForResponse(answer => answer.request().isNavigationRequest()),
    page.waitForEvent('load'),
    // A click by mouse first waits for the page to stand still, which takes longer than the answer.
    button.evaluate(element => (element as HTMLElement).click()),
  ])
  return answer.status() === 422
}
