import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { readCalendar } from '../support/read-calendar.ts'
import { fillsIn, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open } = await journey()

test('a lead takes over a season and moves one date; a family reads it on the page, in its calendar and by mail', async () => {
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme`)
  await lead.getByRole('link', { name: 'Programm übernehmen' }).click()
  for (const [field, day] of Object.entries(fromAutumnToSpring))
    await lead.locator(`[name=${field}]`).fill(day)
  await lead.getByRole('button', { name: 'Termine zeigen' }).click()
  await lead.getByLabel('Musik in vielen Sprachen').check()
  await lead.getByRole('button', { name: 'Als Entwürfe übernehmen' }).click()
  expect(await mainOf(lead)).toMatch(/Angebote? (ist|sind) übernommen/)

  for (const tick of await lead.locator('main input[type=checkbox]').all()) await tick.uncheck()
  await lead.getByLabel('Musik in vielen Sprachen').check()
  await lead.getByRole('button', { name: 'Veröffentlichen' }).click()
  expect(await mainOf(lead)).toContain('1 Angebot ist jetzt für Familien zu sehen')

  const offer = `${url}/de/offers/westend-musik-in-vielen-sprachen`
  const family = await open({ viewport: phone, javaScriptEnabled: false })
  await family.goto(offer)
  await family.getByRole('link', { name: 'Anmelden', exact: true }).first().click()
  await fillsIn(family, { called: 'Amina', child: 'Yusuf', email: 'amina@example.org' })
  await family.locator('[name="childMonth[]"]').first().selectOption('12')
  await family.locator('[name="childYear[]"]').first().fill('2025')
  await family.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
  expect(await mainOf(family)).toContain('Du bist dabei')
  const calendar = async () =>
    readCalendar(await (await family.request.get(`${offer}/calendar.ics`)).text()).shown()
  const before = await calendar()

  await lead.goto(`${url}/de/staff/programme/westend-musik-in-vielen-sprachen`)
  await lead
    .getByRole('link', { name: /^Ändern.*Dezember/ })
    .first()
    .click()
  await lead.locator('[name=heldOn]').fill('2026-12-19')
  await lead.locator('[name=place]').fill('Großer Saal')
  await lead.getByRole('button', { name: 'Weiter: ansehen, was sich ändert' }).click()
  const check = await mainOf(lead)
  expect(check).toContain('Großer Saal statt Raum 2')
  expect(check).toContain('Samstag, 19. Dezember statt Freitag, 11. Dezember')
  expect(check).toContain('1 bekommt spätestens in einer halben Stunde eine E-Mail')
  await lead.getByRole('button', { name: 'So ändern und Bescheid sagen' }).click()

  await family.goto(offer)
  const saturday = family.locator('.time-card', { hasText: 'Samstag, 19. Dezember' })
  expect(await wordsOf(saturday)).toContain('Verlegt von Freitag, 11. Dezember')
  expect(await wordsOf(saturday)).toContain('Großer Saal')
  const after = await calendar()
  expect(after.map(line => line.slice(0, 17))).toEqual(
    ['2026-12-19T08:30Z', ...before.slice(1).map(line => line.slice(0, 17))].sort(),
  )
  expect(after.filter(line => line.includes('Großer Saal'))).toHaveLength(1)
  await family.goto(`${url}/de/demo/mailbox`)
  await family
    .getByRole('link', { name: /^Neues zu/ })
    .first()
    .click()
  expect(await mainOf(family)).toContain('Samstag, 19. Dezember')
}, 120_000)

const fromAutumnToSpring = {
  lastFrom: '2026-11-01',
  lastUntil: '2027-01-31',
  nextFrom: '2026-12-07',
  nextUntil: '2027-02-28',
}
