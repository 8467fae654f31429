import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { readCalendar } from '../support/read-calendar.ts'
import { signsIn } from '../support/steps.ts'

const { url, open } = await journey()

test('a family has a centre in its calendar, and a date that the lead cancels is cancelled there too', async () => {
  const family = await open({ viewport: phone, javaScriptEnabled: false })
  await family.goto(`${url}/de/centres/kiez-westend`)
  await family.getByRole('link', { name: 'In meinen Kalender' }).click()
  const subscribed = await family.getByRole('link', { name: 'In den Kalender' }).getAttribute('href')
  const address = subscribed?.replace('webcal:', 'http:') ?? ''
  const read = async () => readCalendar(await (await family.request.get(address)).text()).shown()
  const wanted = (lines: string[]) => lines.filter(line => line.includes('Kita-Platz: Wir suchen mit dir'))

  const before = wanted(await read())
  expect(before.length).toBeGreaterThan(4)
  expect(before.join()).not.toContain('!')

  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  await lead
    .getByRole('link', { name: /^Absagen/ })
    .first()
    .click()
  await lead.getByLabel('Krankheit').check()
  await lead.getByRole('button', { name: 'Termin absagen' }).click()

  await expect
    .poll(async () => wanted(await read()).filter(line => line.includes('!Fällt aus')))
    .toHaveLength(1)
  const after = wanted(await read())
  expect(after.map(line => line.slice(0, 17))).toEqual(before.map(line => line.slice(0, 17)))
})
