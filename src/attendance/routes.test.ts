import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database, { as: leadOf(town.westend) })
const neighbour = webForTest(database, { as: leadOf(town.dotzheim) })
const visitor = webForTest(database)
afterAll(() => Promise.all([web.close(), neighbour.close(), visitor.close()]))

test('the counter opens at nought, sends without a script, and shows what was counted', async () => {
  const address = await aCounter()
  const page = load(await (await web.get(address)).text())
  expect(page('h1').text()).toBe('Krabbelgruppe')
  expect(
    page('input[type=number]')
      .map((_, input) => page(input).val())
      .get(),
  ).toEqual(Array(7).fill('0'))

  const sent = await web.post(address, { ...fieldsOf(page), adults: '9', childrenUnder1: '6' })
  expect(sent.headers.get('location')).toBe(`${address}?done=yes`)
  const confirmation = await (await web.get(`${address}?done=yes`)).text()
  expect(confirmation).toContain('Gezählt: 15 Menschen')
})

test.each([
  ['counselling', 'Hier zählen Gespräche', '2 Gespräche'],
  ['education', 'Hier zählt der Termin', '1 Kurstermin'],
  ['encounter', 'Hier zählen Besuche', '5 Besuche'],
  ['activity', 'Hier zählen Teilnahmen', '5 Teilnahmen'],
  ['neighbourly', 'Hier zählt Hilfe', '2 Mal Hilfe'],
] as const)(
  'the counter of %s says: %s; and two adults with three children are %s',
  async (kind, how, amount) => {
    const session = await town.aSession({ offer: await town.anOffer({ kind }), on: '2026-11-20' })
    const address = `/de/staff/sessions/${session.id}/count`
    const page = await (await web.get(address)).text()
    expect(page).toContain(how)
    await web.post(address, { ...fieldsOf(load(page)), adults: '2', children3To5: '3' })
    expect(await (await web.get(address)).text()).toContain(amount)
  },
)

test('a correction begins with the numbers of the count, and the history shows both', async () => {
  const address = await aCounter()
  await web.post(address, { ...fieldsOf(load(await (await web.get(address)).text())), adults: '9' })
  const page = load(await (await web.get(`${address}/correct`)).text())
  expect(page('input[name=adults]').val()).toBe('9')
  await web.post(address, { ...fieldsOf(page), adults: '11' })
  const counted = load(await (await web.get(address)).text())
  const column = (name: string) =>
    counted(`tbody td[data-label="${name}"]`)
      .map((_, cell) => counted(cell).text())
      .get()
  expect(column('Menschen')).toEqual(['11', '9'])
  expect(column('Wer')).toEqual(['KiEZ-Leitung', 'KiEZ-Leitung'])
})

test('what is no number comes back with the fields as they were typed', async () => {
  const address = await aCounter()
  const fields = fieldsOf(load(await (await web.get(address)).text()))
  const answer = await web.post(address, { ...fields, adults: 'viele', childrenUnder1: '3' })
  expect(answer.status).toBe(422)
  const page = load(await answer.text())
  expect(page('input[name=adults]').val()).toBe('viele')
  expect(page('input[name=childrenUnder1]').val()).toBe('3')
  expect(page('[role=alert] a').attr('href')).toBe('#adults')
})

test('who mended a field overwrites nobody who counted meanwhile', async () => {
  const address = await aCounter()
  const fields = fieldsOf(load(await (await web.get(address)).text()))
  const other = fieldsOf(load(await (await web.get(address)).text()))
  await web.post(address, { ...other, adults: '9' })
  const refused = load(await (await web.post(address, { ...fields, adults: 'viele' })).text())
  const mended = await web.post(address, { ...fieldsOf(refused), adults: '5' })
  expect(mended.status).toBe(409)
})

test('a session of another centre answers like an unknown one; a visitor is asked to sign in', async () => {
  const address = await aCounter()
  expect((await neighbour.get(address)).status).toBe(404)
  expect((await neighbour.get('/de/staff/sessions/7/count')).status).toBe(404)
  expect((await visitor.get(address)).headers.get('location')).toContain('/de/sign-in')
})

const aCounter = async () => {
  const session = await town.aSession({ offer: await town.anOffer(), at: '08:30', until: '10:00' })
  return `/de/staff/sessions/${session.id}/count`
}

const fieldsOf = (page: ReturnType<typeof load>) =>
  Object.fromEntries(
    page('main form input')
      .map((_, input) => ({ name: page(input).attr('name') ?? '', value: page(input).attr('value') ?? '' }))
      .get()
      .map(({ name, value }) => [name, value]),
  )
