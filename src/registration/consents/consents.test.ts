import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { privacyJobs } from '../../privacy/index.ts'
import { mustAgreeItself, type Pictured, photoTextVersion, whatIsMissing } from './photo-consent.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const { registers, page, send } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), lead.close(), admin.end()]))

const today = Temporal.PlainDate.from('2026-11-23')
const child = (bornIn: string, given: Partial<Pictured> = {}): Pictured => ({
  ...{ childId: 'c', name: 'Mila', bornIn: Temporal.PlainDate.from(bornIn) },
  ...{ media: ['house'], childAgreed: false, ...given },
})

test.each([
  ['a small child, with all who have custody', [child('2024-03-01')], true, {}],
  ['a small child, with one parent alone', [child('2024-03-01')], false, { custody: 'custody' }],
  ['nobody in any picture', [child('2024-03-01', { media: [] })], false, {}],
  ['a child of thirteen', [child('2012-12-01')], true, {}],
  ['a child of fourteen that was not asked', [child('2012-11-01')], true, { 'itself-c': 'itself' }],
  ['a child of fourteen that agrees', [child('2012-11-01', { childAgreed: true })], true, {}],
  ['adults for themselves', [child('2024-03-01', { childId: null, bornIn: null })], false, {}],
] as const)('pictures of %s', (_, people, allHaveAgreed, missing) => {
  expect(whatIsMissing(people, { allHaveAgreed, today })).toEqual(missing)
})

test('the month in which a child may turn fourteen counts already', () => {
  expect(mustAgreeItself(child('2012-11-01'), today)).toBe(true)
  expect(mustAgreeItself(child('2012-12-01'), today)).toBe(false)
})

test('whoever changes the words of the consent counts their version up', () => {
  const { registration } = JSON.parse(readFileSync('messages/families/de.json', 'utf8'))
  const hash = createHash('sha256').update(registration.consents.photos.text).digest('hex').slice(0, 8)
  expect([photoTextVersion, hash]).toEqual([1, 'da9ce72f'])
})

test.each(['de', 'ar'])(
  'a family with a place tells what its child needs, and takes it back, in %s',
  async language => {
    const session = await aGroup()
    const { link } = await registers(session, { language })
    const mine = await page(`/${language}/my/${link}`)
    expect(mine.$(`a[href="/${language}/my/${link}/consents"]`)).toHaveLength(1)
    const address = `/${language}/my/${link}/consents`
    const refused = await send(address, { do: 'needs', words: 'Rollstuhl' })
    expect([refused.status, refused.$('#errors a').attr('href')]).toEqual([422, '#agrees'])
    expect(refused.$('#words').text()).toBe('Rollstuhl')
    expect(await count('registration_needs', session)).toBe(0)

    await web.post(address, { do: 'needs', words: 'Rollstuhl', withAssistant: 'yes', agrees: 'yes' })
    expect(await onList(session)).toContain('Rollstuhl mit Begleitung')
    expect(await placesTaken(session)).toBe(1)

    const empty = await send(address, { do: 'needs', words: '' })
    expect([empty.status, empty.$('#errors a').attr('href')]).toEqual([422, '#words'])
    expect(await count('registration_needs', session)).toBe(1)
    await web.post(address, { do: 'needs', words: '', takeBack: 'yes' })
    expect(await count('registration_needs', session)).toBe(0)
  },
)

test('what was said is not shown to whoever holds the link, only that something is kept', async () => {
  const { link } = await registers(await aGroup())
  const address = `/de/my/${link}/consents`
  expect((await page(address)).$('[name=takeBack]')).toHaveLength(0)
  await web.post(address, { do: 'needs', words: 'Rollstuhl', withAssistant: 'yes', agrees: 'yes' })
  const { $, html } = await page(address)
  expect(html).not.toContain('>Rollstuhl')
  expect($('#words').text()).toBe('')
  expect($('#withAssistant').attr('checked')).toBeUndefined()
  expect($('main').text()).toContain('Du hast uns schon etwas geschrieben')
  expect($('[name=takeBack]')).toHaveLength(1)
  await web.post(address, { do: 'needs', takeBack: 'yes' })
})

test('who waits is not asked', async () => {
  const session = await aGroup(1)
  await registers(session)
  const { link } = await registers(session)
  expect((await web.get(`/de/my/${link}/consents`)).status).toBe(404)
  expect((await page(`/de/my/${link}`)).html).not.toContain('/consents')
})

test('what a child needs is deleted the day after the last date, the registration is not', async () => {
  const session = await aGroup()
  const { link } = await registers(session)
  await web.post(`/de/my/${link}/consents`, { do: 'needs', words: 'Gebärden', agrees: 'yes' })
  await deletesAt('2026-12-07T22:00Z')
  expect(await count('registration_needs', session)).toBe(1)
  await deletesAt('2026-12-08T02:00Z')
  expect(await count('registration_needs', session)).toBe(0)
  expect((await web.get(`/de/my/${link}`)).status).toBe(200)
  const { rows } = await admin.query(`select amount from audit_entries where action = 'needs.deleted'`)
  expect(rows).toEqual([{ amount: 1 }])
})

test('the list says who may be pictured, and that silence means nobody; a change of a sister leaves it', async () => {
  const session = await aGroup()
  const { link } = await registers(session)
  expect(await onList(session)).toContain('keine Fotos')
  const address = `/de/my/${link}/consents`
  const photo = String((await page(address)).$('[id^=photo-]').first().attr('name'))

  const refused = await send(address, { do: 'photos', [photo]: 'house' })
  expect([refused.status, refused.$('#errors a').attr('href')]).toEqual([422, '#custody'])
  await web.post(address, { do: 'photos', [photo]: 'house', custody: 'yes' })
  expect(await onList(session)).toContain('Fotos Mila: Im Haus')
  const { rows } = await admin.query(
    `select text_version, language, medium from photo_consents p join registrations r on r.id = p.registration_id
      where r.intake_id = $1`,
    [session.intakeId],
  )
  expect(rows).toEqual([{ text_version: 1, language: 'de', medium: 'house' }])

  const sister: [string, string][] = [
    ...Object.entries({ called: 'Amina', adults: '1' }),
    ...['Mila', 'Lale'].map((name): [string, string] => ['childName[]', name]),
    ...['', '4'].map((month): [string, string] => ['childMonth[]', month]),
    ...['', '2023'].map((year): [string, string] => ['childYear[]', year]),
  ]
  await web.post(`/de/my/${link}/change`, sister)
  expect(await onList(session)).toContain('Fotos Mila: Im Haus')
  await web.post(address, { do: 'photos' })
  expect(await onList(session)).toContain('keine Fotos')
})

test('a child whose name is corrected stays the same, and keeps what was said of its pictures', async () => {
  const session = await aGroup()
  const { link } = await registers(session)
  const address = `/de/my/${link}/consents`
  const photo = String((await page(address)).$('[id^=photo-]').first().attr('name'))
  await web.post(address, { do: 'photos', [photo]: 'house', custody: 'yes' })
  const corrected = {
    called: 'Amina',
    adults: '1',
    'childName[]': 'Milla',
    'childMonth[]': '',
    'childYear[]': '',
  }
  await web.post(`/de/my/${link}/change`, corrected)
  expect(await onList(session)).toContain('Fotos Milla: Im Haus')

  await web.post(`/de/my/${link}/change`, {
    ...corrected,
    'childName[]': 'Lale',
    'childMonth[]': '4',
    'childYear[]': '2023',
  })
  expect(await onList(session)).toContain('keine Fotos')
})

test('a button pressed twice at once keeps what was said once', async () => {
  const session = await aGroup()
  const { link } = await registers(session)
  const address = `/de/my/${link}/consents`
  const photo = String((await page(address)).$('[id^=photo-]').first().attr('name'))
  const twice = async (fields: Record<string, string>) =>
    (await Promise.all(Array.from({ length: 6 }, () => web.post(address, fields)))).map(
      ({ status }) => status,
    )
  const needs = { do: 'needs', words: 'isst kein Ei', agrees: 'yes' }
  expect(await twice(needs)).toEqual(Array(6).fill(303))
  expect(await twice({ do: 'photos', [photo]: 'house', custody: 'yes' })).toEqual(Array(6).fill(303))
  expect(await count('registration_needs', session)).toBe(1)
  expect(await count('photo_consents', session)).toBe(1)
})

const deletesAt = async (moment: string) => {
  const context = town.contextOf({ kind: 'system' }, Temporal.Instant.from(moment))
  for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
}

const count = async (table: string, { intakeId }: { intakeId?: string }) => {
  const { rows } = await admin.query(
    `select count(*)::int as n from ${table} t join registrations r on r.id = t.registration_id where r.intake_id = $1`,
    [intakeId],
  )
  return rows[0].n
}

const placesTaken = async ({ intakeId }: { intakeId?: string }) =>
  (await admin.query('select taken from intake_limits where intake_id = $1', [intakeId])).rows[0].taken

const onList = async ({ intakeId }: { intakeId?: string }) =>
  load(await (await lead.get(`/de/staff/intakes/${intakeId}`)).text())('main')
    .text()
    .replace(/\s+/g, ' ')

async function aGroup(places = 5) {
  return town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places }),
    on: '2026-12-07',
  })
}
