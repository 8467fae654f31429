import { expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { headingOf, mainOf, signsIn, wordsOf } from '../support/steps.ts'

const { url, open } = await journey()
const group = 'Hausgemeinschaft Hof'

test('a group of the neighbourhood asks for a room, has it, and gives it back with its code', async () => {
  const neighbour = await open({ viewport: phone, locale: 'de', javaScriptEnabled: false })
  await neighbour.goto(`${url}/de/centres/kiez-westend`)
  await neighbour.getByRole('link', { name: 'Alle Räume ansehen' }).click()
  await neighbour.locator('a[href="/de/rooms/westend-saal"]').click()
  await neighbour.getByRole('link', { name: 'Raum anfragen' }).click()
  // A Sunday: nothing of the programme is held in the hall.
  const typed = {
    'An welchem Tag?': '2026-12-13',
    Von: '10:00',
    Bis: '12:00',
    'Wie heißt eure Gruppe?': group,
  }
  for (const [label, words] of Object.entries({ ...typed, 'Was habt ihr vor?': 'Frühstück' }))
    await neighbour.getByLabel(label, { exact: true }).fill(words)
  await neighbour.getByLabel('Für wie viele Personen?').fill('12')
  await neighbour.getByLabel('Wir halten uns an die Hausregeln.').check()
  await neighbour.getByRole('button', { name: 'Anfrage senden' }).click()
  expect(await headingOf(neighbour)).toBe('Eure Anfrage ist da')
  const code = await wordsOf(neighbour.locator('.big-code'))

  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  expect(await mainOf(lead)).toContain('Gruppe fragt nach einem Raum')
  await lead.goto(`${url}/de/staff/room-requests`)
  await lead.locator('.rows li', { hasText: group }).getByRole('link').click()
  await lead.getByRole('button', { name: 'Bestätigen' }).click()
  await neighbour.reload()
  expect(await headingOf(neighbour)).toBe('Der Raum gehört euch')
  await lead.goto(`${url}/de/staff/rooms?from=2026-12-13`)
  const hall = lead.locator('td[data-label="Saal"]', { hasText: group })
  expect(await wordsOf(hall)).toContain('10:00–12:00')

  await neighbour.goto(`${url}/de/room-requests/code`)
  await neighbour.getByLabel('Code').fill(code)
  await neighbour.getByRole('button').last().click()
  await neighbour.getByText('Raum zurückgeben').click()
  await neighbour.getByRole('button', { name: 'Ja, wir brauchen ihn nicht' }).click()
  expect(await mainOf(neighbour)).toContain('der Raum ist wieder frei für andere')
  await lead.reload()
  expect(await mainOf(lead)).not.toContain(group)
}, 60_000)
