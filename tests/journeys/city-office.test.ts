import { load } from 'cheerio'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { desk } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { type Family, fillsIn, mainOf, signsIn } from '../support/steps.ts'

const { url, open } = await journey({ withPast: true })
const page = await open({ viewport: desk })
await signsIn(page, url, 'amt')

test('the city office compares all centres side by side', async () => {
  await page.goto(`${url}/de/staff/figures`)
  const figures = await mainOf(page)
  for (const centre of ['Westend', 'Biebrich', 'Klarenthal', 'Schelmengraben', 'Erbenheim'])
    expect(figures, centre).toContain(`KiEZ ${centre}`)
  expect(await page.getByRole('table').count()).toBeGreaterThan(1)
})

test('no page the city office can reach names a family', async () => {
  const family: Family = { called: 'Zarife', child: 'Umutcan', email: 'zarife.y@example.org' }
  await registers(await open(), family)
  const secrets = [family.called, family.child, family.email].map(String)

  const listOfTheLead = await listSeenByTheLead()
  for (const secret of secrets) expect(listOfTheLead).toContain(secret)

  const { pages, telling } = await crawl(page, ['/de/staff/figures', '/de/account', '/de'], html =>
    secrets.some(secret => html.includes(secret)),
  )
  expect(telling).toEqual([])
  expect(pages).toBeGreaterThan(50)
}, 180_000)

test('the city office corrects an amount, and a visitor reads it on the page about money', async () => {
  const visitor = await open()
  await visitor.goto(`${url}/de`)
  await visitor.getByRole('contentinfo').getByRole('link', { name: 'Geld und Beschluss' }).click()
  expect(await mainOf(visitor)).toContain('39 Stunden in der Woche statt 19,5')
  expect(await mainOf(visitor)).not.toContain('81.234,50')

  await page.goto(`${url}/de/staff/money`)
  const westend = page.getByRole('row').filter({ hasText: 'KiEZ Westend' })
  expect(await westend.getByRole('link').count()).toBe(2)
  await westend.getByRole('link').last().click()
  await page.getByLabel('Betrag in Euro').fill('81.234,50')
  await page.getByLabel('Wer sagt das?').fill('Haushaltsplan 2020/21, Seite 12')
  await page.getByLabel('Das ist ein Beispiel').uncheck()
  await page.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(page)).toContain('Das ist korrigiert.')

  await visitor.reload()
  expect(await mainOf(visitor)).toContain('81.234,50')
  expect(await mainOf(visitor)).toContain('Haushaltsplan 2020/21, Seite 12')
})

async function registers(family: Page, who: Family) {
  await family.goto(`${url}/de/offers/westend-kita-platz-suche`)
  await family.getByRole('link', { name: /^(Anmelden|Auf die Warteliste)$/ }).click()
  await fillsIn(family, who)
  await family.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
}

async function listSeenByTheLead() {
  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  await lead
    .getByRole('link', { name: /^Liste/ })
    .first()
    .click()
  return mainOf(lead)
}

/**
 * Follows every link from the given pages as the one who is signed in, without drawing them. The mailbox of the
 * demo is left out: it is open to everybody who tries the demo, and does not exist elsewhere.
 */
async function crawl(signedIn: Page, from: string[], tells: (html: string) => boolean) {
  const known = new Set(from)
  const telling: string[] = []
  for (const address of known) {
    const answer = await signedIn.request.get(url + address)
    if (!answer.headers()['content-type']?.includes('text/html')) continue
    const html = await answer.text()
    if (tells(html)) telling.push(address)
    if (known.size < 250) for (const next of linksOf(html)) known.add(next)
  }
  return { pages: known.size, telling }
}

const linksOf = (html: string) => {
  const $ = load(html)
  return $('a[href^="/de"]')
    .map((_, link) => $(link).attr('href')?.replace(/#.*/, ''))
    .get()
    .filter(address => !address.includes('/demo/mailbox'))
}
