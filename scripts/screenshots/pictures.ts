import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { desk, type launchBrowser, phone } from '../../tests/support/browser.ts'
import { plansDrumming } from '../../tests/support/planning.ts'
import { fillsIn, signsIn } from '../../tests/support/steps.ts'

type Browser = Awaited<ReturnType<typeof launchBrowser>>
type Size = { width: number; height: number }

const tallPhone = { width: 360, height: 800 }

/** Takes every picture of the README and the documentation; returns the files. */
export const takePictures = async (browser: Browser, url: string, folder: string) => {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  const keep = async (page: Page, name: string) => {
    const path = join(folder, `${name}.png`)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path, animations: 'disabled' })
    files.push(path)
  }
  const visit = async (address: string, name: string, viewport: Size) => {
    const page = await browser.open({ viewport })
    await page.goto(url + address)
    await keep(page, name)
    await page.context().close()
  }

  await visit('/de', 'home-de', desk)
  await visit('/de', 'home-de-phone', tallPhone)
  await visit('/ar', 'home-ar', desk)
  await visit('/ar', 'home-ar-phone', tallPhone)
  await visit('/de/offers?topic=baby', 'offers', desk)
  await visit('/ar/offers/westend-kita-platz-suche', 'offer-ar-phone', tallPhone)
  await visit('/de/offers/kastel-kostheim-turnzwerge', 'offer', desk)
  await visit('/de/centres/kiez-westend', 'centre', { width: 1280, height: 1000 })
  await visit('/de/districts', 'districts', desk)
  await visit('/de/money', 'money', { width: 1280, height: 1600 })
  await visit('/ar/money', 'money-ar-phone', tallPhone)
  await visit('/de/open-data', 'open-data', { width: 1280, height: 1600 })
  await visit('/de/story', 'story', { width: 1280, height: 1600 })
  await visit('/ar/story', 'story-ar-phone', tallPhone)
  await visit('/de/concept', 'concept', { width: 1280, height: 1200 })
  await visit('/ar/ask?centre=kiez-westend', 'ask-ar-phone', tallPhone)
  await visit('/de-simple/explained', 'explained-easy-phone', tallPhone)
  await visit('/ar/centres/kiez-westend/pinboard', 'pinboard-ar-phone', tallPhone)
  await visit('/de/neighbours', 'neighbours', desk)
  await visit('/ar/centres/kiez-westend/counselling', 'counselling-ar-phone', tallPhone)
  await visit('/de/offers/westend-samstags-picknick', 'together', desk)
  await visit('/ar/centres/kiez-westend/doorstep', 'doorstep-ar-phone', tallPhone)
  await visit('/de/offers/westend-elternabend-online', 'online', desk)
  await visit('/ar/centres/kiez-westend/week-letter', 'week-letter-ar-phone', tallPhone)
  await registration(await browser.open({ viewport: tallPhone }), url, keep)
  await staff(await browser.open({ viewport: desk }), url, keep)
  return files
}

type Keep = (page: Page, name: string) => Promise<void>

/** A family registers and looks at its own page. */
async function registration(page: Page, url: string, keep: Keep) {
  await page.goto(`${url}/de/offers/westend-kita-platz-suche`)
  await page.getByRole('link', { name: /^(Anmelden|Auf die Warteliste)$/ }).click()
  await keep(page, 'join-phone')
  await fillsIn(page, { called: 'Amina', child: 'Yusuf', email: 'amina@example.org' })
  await page.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
  await keep(page, 'registered-phone')
  await page.goto(page.url().replace('?news=registered', ''))
  await keep(page, 'manage-phone')
}

/** What the lead sees in a day, and the city office after it. */
async function staff(page: Page, url: string, keep: Keep) {
  await signsIn(page, url, 'leitung')
  await keep(page, 'staff-today')
  await page.goto(`${url}/de/staff/network`)
  await keep(page, 'staff-network')
  await page.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  await page
    .getByRole('link', { name: /^Liste/ })
    .first()
    .click()
  await keep(page, 'staff-list')
  await page.goto(`${url}/de/staff`)
  await page.getByRole('link', { name: 'Zählen', exact: true }).first().click()
  await page.setViewportSize(phone)
  await keep(page, 'staff-count-phone')
  await page.setViewportSize(desk)
  await page.goto(`${url}/de/staff/programme`)
  await page.getByRole('button', { name: 'Angebot planen' }).click()
  await plansDrumming(page)
  await keep(page, 'staff-plan-check')
  for (const [address, name] of pagesOfLead) {
    await page.goto(`${url}/de/staff/${address}`)
    await keep(page, name)
  }
  await page.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  await page.locator('main a[href*="/staff/sessions/"][href*="/change"]').first().click()
  await keep(page, 'staff-change-date')
  await page.context().clearCookies()
  await signsIn(page, url, 'amt')
  await page.goto(`${url}/de/staff/figures`)
  await keep(page, 'city-figures')
  await page.goto(`${url}/de/staff/posts`)
  await keep(page, 'city-posts')
  await page.goto(`${url}/de/staff/sites`)
  await keep(page, 'city-sites')
}

/** What a lead plans, prints and gives out, each as it opens. */
const pagesOfLead = [
  ['programme/season', 'staff-season'],
  ['rooms', 'staff-rooms-week'],
  ['print', 'staff-print'],
  ['invitations', 'staff-invitations'],
  ['fees', 'staff-fees'],
] as const
