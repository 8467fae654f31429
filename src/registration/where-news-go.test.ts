import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { newSecret } from '../platform/web/keys.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

test.each([
  [{ email: 'sara.haddad@gmial.com' }, '\u2066s…d@gmial.com\u2069', 'haddad'],
  [{ phone: '0151 234 567 89' }, '\u20660151…789\u2069', '234'],
])('who left %s sees after registering where news go, and how to mend it', async (contact, shown, hidden) => {
  const mine = await registers(contact)
  const { $, text } = await page(mine)
  expect(text).toContain(shown)
  expect(text).not.toContain(hidden)
  expect($(`main a[href="${mine.split('?')[0]}/change"]`).text()).toContain('Stimmt das nicht?')
  expect((await page(mine.replace('news=registered', ''))).text).not.toContain('Stimmt das nicht?')
})

test('later, and where somebody reads along, less of it is shown', async () => {
  const mine = await registers({ email: 'sara.haddad@gmial.com' })
  web.moveTimeTo(townNow.add({ minutes: 31 }))
  expect((await page(mine)).text).toContain('\u2066s…@…\u2069')
  web.moveTimeTo(townNow)
  const safe = await registers({ email: 'sara.haddad@gmial.com', neutral: 'yes' })
  const { text } = await page(safe)
  expect(text).toContain('\u2066s…@…\u2069')
  expect(text).not.toContain('gmial')
})

test('a change shows again where news go', async () => {
  const [mine = ''] = (await registers({ email: 'sara.haddad@gmial.com' })).split('?')
  const changed = { ...family, 'childMonth[]': '', 'childYear[]': '', email: 'sara.haddad@gmail.com' }
  const { headers } = await web.post(`${mine}/change`, changed)
  expect((await page(headers.get('location') ?? '')).text).toContain('s…d@gmail.com')
})

test.each([
  [{ email: 'amal@example' }, '#email', 'Diese E-Mail-Adresse ist nicht vollständig.'],
  [{ phone: '0151 1234' }, '#phone', 'fehlen Ziffern'],
  [{ phone: '٠١٥١ ١٢٣٤' }, '#phone', 'fehlen Ziffern'],
  [{ email: 'sara@example.org', adults: '0' }, '#adults', 'Hier kommt ein Erwachsener mit.'],
])('%s is mended before it is too late', async (typed, field, sentence) => {
  const answer = await sends(typed)
  expect(answer.status).toBe(422)
  const $ = load(await answer.text())
  expect($(`#errors a[href="${field}"]`).text()).toContain(sentence)
})

const family = {
  ...{ called: 'Sara', adults: '1', email: '', phone: '' },
  ...{ 'childName[]': 'Mila', 'childMonth[]': '10', 'childYear[]': '2024' },
}

const sends = async (typed: Record<string, string>) => {
  const offer = await town.anOffer({ registration: 'session', counts: 'child' })
  const { intakeId } = await town.aSession({ offer, on: '2026-12-07' })
  return web.post(`/de/join/${intakeId}`, { ...family, renderingKey: newSecret(), ...typed })
}

const registers = async (typed: Record<string, string>) => (await sends(typed)).headers.get('location') ?? ''

const page = async (path: string) => {
  const $ = load(await (await web.get(path)).text())
  return { $, text: $('main').text() }
}
