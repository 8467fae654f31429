import type { Page } from 'playwright-core'
import type { Language } from '../../src/platform/wording/wording.ts'
import { faultsOf } from './inspection.ts'
import { onePageOfEach, type Templates } from './templates.ts'

type Inspection = { from: string[]; isPublic: boolean }

/** Inspects one page of each template that can be reached, and remembers which it has seen. */
export const inspectorOf = (url: string, templates: Templates) => {
  const seen = new Set<string>()

  /** Looks at one page of each template, and at its form sent as it is, if the answer says what is missing. */
  const inspect = async (page: Page, language: Language, { from, isPublic }: Inspection) => {
    const faults: string[] = []
    const chosen = await onePageOfEach({ request: page.request, url, templates, language }, from)
    for (const [template, address] of chosen) {
      if (!isPublic && !isForStaff(template)) continue
      seen.add(template)
      const look = async (what: string) => {
        const isForFamilies = isPublic && !/^\/(sign-in|set-up|design)/.test(template)
        for (const fault of await faultsOf(page, { language, isPublic: isForFamilies }))
          faults.push(`${what} (${address}): ${fault}`)
      }
      await page.goto(url + address)
      await look(template)
      if (await sendsItsForm(page)) await look(`${template}, with faults`)
    }
    return faults
  }

  /** The templates nobody has seen, but for files and those named. */
  const leftOut = (isMine: (template: string) => boolean, notPages: readonly string[]) =>
    templates.all.filter(
      path => isMine(path) && !seen.has(path) && !notPages.includes(path) && !/\.(ics|pdf|png)$/.test(path),
    )

  return { inspect, seen, leftOut }
}

export const isForStaff = (template: string) => /staff|account/.test(template)

/** Presses the main button of the page's form; true when the answer is a page of faults. */
async function sendsItsForm(page: Page) {
  const button = page.locator('main form[method=post] .kern-btn--primary:visible').first()
  if ((await button.count()) === 0) return false
  const answered = page.waitForResponse(answer => answer.request().isNavigationRequest())
  await button.click()
  const answer = await answered
  await page.waitForLoadState()
  return answer.status() === 422
}
