import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP' })
await town.aSession({ offer })
// A proxy ends TLS and asks by http; it hands on the host.
const behindTls = webForTest(database, { url: 'https://netz.example.org' })
const plain = webForTest(database)
afterAll(() => Promise.all([behindTls.close(), plain.close()]))

const taken = 422
const refused = 403

test.each([
  ['an older phone, which names its origin only', { origin: 'https://netz.example.org' }, taken],
  ['a browser of today', { 'sec-fetch-site': 'same-origin', origin: 'https://netz.example.org' }, taken],
  [
    'a page by plain http under our name, put there on the way',
    { origin: 'http://netz.example.org' },
    refused,
  ],
  [
    'the same in a browser of today',
    { 'sec-fetch-site': 'cross-site', origin: 'http://netz.example.org' },
    refused,
  ],
  ['another site', { origin: 'https://evil.example' }, refused],
  ['another port of our host', { origin: 'https://netz.example.org:8443' }, refused],
  ['a page that hides where it is', { origin: 'null' }, refused],
  ['what says neither', {}, refused],
])('behind TLS a form comes from %s', async (_, headers, status) => {
  expect(await sendForm(behindTls, 'http://netz.example.org', headers)).toBe(status)
})

test('a city with a host of its own takes its own forms, and those of the main address', async () => {
  const kleinstadt = 'http://kleinstadt.localhost'
  expect(await sendForm(behindTls, kleinstadt, { origin: 'https://kleinstadt.localhost' })).toBe(taken)
  expect(await sendForm(behindTls, kleinstadt, { origin: 'https://netz.example.org' })).toBe(taken)
  expect(await sendForm(behindTls, kleinstadt, { origin: 'https://nachbarstadt.localhost' })).toBe(refused)
})

test('without TLS the address that was asked for is ours, with its port', async () => {
  expect(await sendForm(plain, 'http://localhost:3000', { origin: 'http://localhost:3000' })).toBe(taken)
  expect(await sendForm(plain, 'http://localhost:3000', { origin: 'http://localhost:4000' })).toBe(refused)
})

test('browsers that came by https stay there, others are told nothing of it', async () => {
  const header = 'strict-transport-security'
  expect((await behindTls.get('/de')).headers.get(header)).toBe('max-age=31536000')
  expect((await plain.get('/de')).headers.get(header)).toBeNull()
})

test('a calendar leads to the address that families can reach', async () => {
  const path = `/de/offers/${offer.slug}/calendar.ics`
  const file = await behindTls.request(`http://netz.example.org${path}`)
  const unfolded = (await file.text()).replaceAll('\r\n ', '')
  expect(unfolded).toContain('https://netz.example.org/de/sessions/')
  expect(unfolded).not.toContain('http://')
})

test('so does the list of cities under an unknown name', async () => {
  await aTown(database, { slug: 'nachbarstadt' })
  const page = await behindTls.request('http://somewhere.example/de')
  expect(await page.text()).toContain('https://nachbarstadt.localhost')
})

const sendForm = async (
  web: typeof plain,
  site: string,
  headers: Record<string, string>,
): Promise<number> => {
  const { status } = await web.request(`${site}/de/my`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ code: '' }),
  })
  return status
}
