import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { newSecret } from '../platform/web/keys.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(() => web.close())
const offer = await town.anOffer({ registration: 'session', counts: 'child', places: 99 })
const { intakeId } = await town.aSession({ offer, on: '2026-12-07' })

test('a stranger who types an address again and again does not keep its owner out', async () => {
  for (let times = 0; times < 12; times++) expect(await registersFrom('203.0.113.7')).toBe(303)
  expect(await registersFrom('203.0.113.7')).toBe(429)
  expect(await registersFrom('198.51.100.4')).toBe(303)
})

test('from many places together nobody gets letters without end', async () => {
  for (let times = 0; times < 48; times++)
    await registersFrom(`198.51.100.${times + 10}`, 'Viele@example.org')
  expect(await registersFrom('198.51.100.99', 'viele@example.org')).toBe(429)
})

const registersFrom = async (network: string, email = 'amina@example.org') => {
  const filledIn = { called: 'Amina', adults: '1', email, phone: '', renderingKey: newSecret() }
  const child = { 'childName[]': 'Mila', 'childMonth[]': '3', 'childYear[]': '2024' }
  const sent = new Request(`http://localhost/de/join/${intakeId}`, {
    method: 'POST',
    headers: { origin: 'http://localhost', 'x-forwarded-for': network },
    body: new URLSearchParams({ ...filledIn, ...child }),
  })
  const { status } = await web.fetch(sent, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  return status
}
