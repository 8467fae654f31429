import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open } = await journey()

test('a lead ticks what an offer contributes to; a visitor and the city office see the count rise', async () => {
  const visitor = await open({ viewport: phone })
  await visitor.goto(`${url}/de`)
  await visitor.getByRole('contentinfo').getByRole('link', { name: 'Unser Konzept' }).click()
  const article = visitor.locator('#information')
  expect(await wordsOf(article)).toContain('Noch kein Angebot')

  const lead = await open({ viewport: desk })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/westend-kita-platz-suche`)
  await lead.getByRole('link', { name: 'Artikel des Konzepts' }).click()
  await lead.getByLabel('Information').check()
  await lead.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(lead)).toContain('Gespeichert.')

  await visitor.reload()
  expect(await wordsOf(article)).toContain('1 Angebot in 1 Zentrum')

  const office = await open({ viewport: phone })
  await signsIn(office, url, 'amt')
  await office.goto(`${url}/de/staff/concept`)
  const row = office.getByRole('row').filter({ hasText: 'KiEZ Westend' })
  expect(await row.getByRole('cell').allTextContents()).toEqual(['0', '0', '0', '1', '0', '0', '0'])
})
