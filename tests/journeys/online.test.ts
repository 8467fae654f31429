import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { fillsIn, mainOf, signsIn } from '../support/steps.ts'

const { url, open, moveTimeTo } = await journey()
const evening = 'westend-elternabend-online'
const room = 'https://treffen.example/raum-zimtschnecke'

test('a lead enters the link of an evening online; a mother with a place finds it shortly before, a visitor never', async () => {
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/${evening}`)
  expect(await mainOf(lead)).toContain('Noch fehlt der Link')
  await lead.getByRole('link', { name: 'Link eintragen' }).click()
  await lead.getByLabel('Link zum Online-Treffen').fill(room)
  await lead.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(lead)).toContain(room)

  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/offers/${evening}`)
  const offer = mother.url()
  await mother.getByRole('link', { name: 'سجّلوا الآن', exact: true }).click()
  await fillsIn(mother, { called: 'نور', child: 'آدم' })
  await mother.getByRole('main').getByRole('button', { name: 'تسجيل', exact: true }).click()
  expect(await mainOf(mother)).toContain('يظهر رابط اللقاء هنا')
  expect(await mother.content()).not.toContain(room)

  moveTimeTo(Temporal.Instant.from('2026-11-18T18:30:00Z'))
  await mother.reload()
  const door = mother.getByRole('link', { name: 'إلى اللقاء عبر الإنترنت' })
  expect(await door.getAttribute('href')).toBe(room)

  const visitor = await open({ viewport: phone, javaScriptEnabled: false })
  await visitor.goto(offer)
  expect(await visitor.content()).not.toContain(room)

  moveTimeTo(Temporal.Instant.from('2026-11-18T20:00:00Z'))
  await mother.reload()
  expect(await mother.content()).not.toContain(room)
})
