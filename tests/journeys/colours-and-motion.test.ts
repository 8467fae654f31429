import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { journey } from '../support/journey.ts'
import { fillsIn } from '../support/steps.ts'

const { url, open } = await journey()
const withPlaces = '/offers/westend-kita-platz-suche'
const templates = ['', '/offers', withPlaces, '/centres/kiez-westend', '/my', '/ask?centre=kiez-westend']

test('with forced colours one sees what is a button, where one is, and every sign', async () => {
  const page = await open({ forcedColors: 'active' })
  const faults: string[] = []
  for (const address of [...templates, ...(await ownPages(page))]) {
    await page.goto(`${url}/de${address}`)
    for (const fault of await page.evaluate(whatIsLost)) faults.push(`${address}: ${fault}`)
    await page.keyboard.press('Tab')
    if (!(await page.evaluate(showsFocus))) faults.push(`${address}: the focus`)
  }
  expect(faults).toEqual([])
})

test('control: a button without a border, a sign without a colour and a focus without a ring are found', async () => {
  const page = await open({ forcedColors: 'active' })
  await page.goto(`${url}/de`)
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { border: 0 !important; outline: 0 !important } .kern-icon { stroke: Canvas !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  const lost = await page.evaluate(whatIsLost)
  expect(lost.some(fault => fault.startsWith('button'))).toBe(true)
  expect(lost.some(fault => fault.startsWith('sign'))).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(showsFocus)).toBe(false)
})

test('nothing moves where somebody asked for less motion', async () => {
  const still = await open({ reducedMotion: 'reduce' })
  const moving = await open({ reducedMotion: 'no-preference' })
  for (const address of templates) {
    await still.goto(`${url}/de${address}`)
    expect(await still.evaluate(whatMoves)).toEqual([])
  }
  await moving.goto(`${url}/de`)
  expect(await moving.evaluate(whatMoves)).not.toEqual([])
})

/** The page with the code, and the one that asks before a place is given up. */
async function ownPages(page: Page) {
  await page.goto(`${url}/de${withPlaces}`)
  await page.locator('main a[href*="/join/"]').first().click()
  const join = new URL(page.url()).pathname
  await fillsIn(page, { called: 'Amina', child: 'Yusuf' })
  await page.locator('main form button.kern-btn--primary').click()
  await page.locator('.big-code').waitFor()
  const own = new URL(page.url()).pathname
  return [join, own, `${own}/cancel`, `${own}/family`].map(path => path.replace('/de', ''))
}

/** Colours as they are drawn, after the person's own have taken their place. */
function whatIsLost() {
  const lost: string[] = []
  const canvas = getComputedStyle(document.documentElement).backgroundColor
  const seen = (selector: string) =>
    [...document.querySelectorAll(selector)].filter(element => element.checkVisibility())
  for (const button of seen(
    '.kern-btn, .chip, .tile, .leave--loud, input:not([type=hidden]), select, textarea',
  )) {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(button)
    const hasBorder =
      Number.parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none' && borderTopColor !== canvas
    const isDrawnByBrowser = button.matches('[type=checkbox], [type=radio]')
    if (!hasBorder && !isDrawnByBrowser) lost.push(`button ${button.className} ${button.textContent?.trim()}`)
  }
  for (const sign of seen('.kern-icon')) {
    const { stroke } = getComputedStyle(sign)
    if (stroke === 'none' || stroke === canvas)
      lost.push(`sign ${sign.closest('a, p, li')?.textContent?.trim()}`)
  }
  return lost
}

function showsFocus() {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
    document.activeElement ?? document.body,
  )
  const canvas = getComputedStyle(document.documentElement).backgroundColor
  return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== canvas
}

function whatMoves() {
  return [...document.querySelectorAll('*')]
    .filter(element => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element)
      return /[1-9]/.test(transitionDuration + animationDuration) || scrollBehavior === 'smooth'
    })
    .map(({ tagName, className }) => `${tagName} ${className}`)
}
