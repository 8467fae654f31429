import type { Page, Request } from 'playwright-core'
import { directionOf, type Language, spokenTag } from '../../src/platform/wording/wording.ts'
import { accessibilityFindings } from './browser.ts'

type Expected = {
  language: Language
  /** A page for families runs no script and keeps no cookie. */
  isPublic: boolean
  /** The page was looked at in another language, and no colour depends on that. */
  isSeenInColour?: boolean
}

/** Everything that is wrong with the page that is open: what axe finds, and what it does not look for. */
export const faultsOf = async (page: Page, { language, isPublic, isSeenInColour = false }: Expected) => {
  const faults = await accessibilityFindings(page, { withContrast: !isSeenInColour })
  const shown = await page.evaluate(whatIsShown)
  if (shown.lang !== spokenTag(language)) faults.push('the page does not say its language')
  if (shown.dir !== directionOf(language)) faults.push('the page runs the wrong way')
  if (shown.headings !== 1) faults.push(`${shown.headings} main headings`)
  for (const picture of shown.brokenPictures) faults.push(`a picture that does not show: ${picture}`)
  const wide = await tooWide(page)
  if (wide.length > 0) faults.push(`wider than 320 pixels: ${wide.join(', ')}`)
  if (isPublic && shown.scripts > 0) faults.push('a script on a public page')
  if (isPublic && (await page.context().cookies()).length > 0) faults.push('a cookie on a public page')
  return faults
}

/** Notes every request that goes to somebody else's computer. */
export const requestsToOthers = (page: Page, url: string) => {
  const others: string[] = []
  page.on('request', (request: Request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== new URL(url).origin && protocol !== 'data:') others.push(request.url())
  })
  return others
}

/** Asked in one go: each question of its own is a way to the browser and back. */
const whatIsShown = () => ({
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  headings: [...document.querySelectorAll('h1')].filter(heading => heading.checkVisibility()).length,
  // But for those without which nobody misses anything: the way back leads elsewhere, pages open without a network, and
  // a child’s age is worked out and words are read aloud without asking the server, and a phone may show news by itself.
  scripts: [
    ...document.querySelectorAll<HTMLScriptElement>('script:not([type="application/ld+json"])'),
  ].filter(({ src }) => !/\/(leave-quickly|works-offline|due-now|listen-aloud|push-choice)-/.test(src))
    .length,
  brokenPictures: [...document.images]
    .filter(({ complete, naturalWidth }) => complete && naturalWidth === 0)
    .map(({ src }) => src),
})

/** What makes a page scroll sideways on the narrowest phone (WCAG 1.4.10). */
async function tooWide(page: Page) {
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const reachesOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < 0 || right > clientWidth
    }
    return [...document.querySelectorAll('body *')]
      .filter(element => reachesOut(element) && ![...element.children].some(reachesOut))
      .slice(0, 3)
      .map(element => `${element.tagName.toLowerCase()}.${element.className}`)
      .concat(`${scrollWidth} pixels`)
  })
  if (before) await page.setViewportSize(before)
  return wide
}
