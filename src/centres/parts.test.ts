import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type Town } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { partsInUse, suggestParts, switchPart } from './choose-parts.ts'
import { isOptional, optionalParts, partsWith } from './parts.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const lead = leadOf(westend) as StaffMember
const nextDoor = leadOf(dotzheim) as StaffMember
const web = webForTest(database, { as: lead })
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), admin.end()]))

describe('the parts', () => {
  const basics = ['plan', 'count', 'questions', 'rooms', 'lists', 'print']

  test.each([
    ['nothing', [], basics],
    ['figures', ['figures'], [...basics, 'figures']],
    ['what only a later version knows', ['drones'], basics],
  ])('with %s switched on', (_, switchedOn, parts) => {
    expect([...partsWith(switchedOn)]).toEqual(parts)
  })

  test('a basic part cannot be switched', () => {
    expect(optionalParts.length).toBeGreaterThan(0)
    expect(basics.filter(isOptional)).toEqual([])
  })
})

test('the first day of a lead shows the basics and nothing else', async () => {
  expect(await navigation()).toEqual([
    ...['/de/staff', '/de/staff/programme', '/de/staff/questions', '/de/staff/rooms', '/de/staff/parts'],
  ])
  expect(await doors()).toEqual([
    '/de/staff/programme/plan',
    '/de/staff/uncounted',
    '/de/staff/questions',
    '/de/staff/rooms',
    '/de/staff/print',
  ])
})

test('what she switches on stands in her menu and on her start page, until she switches it off', async () => {
  const on = await web.post(`/de/staff/parts/${westend.id}`, { part: 'figures', on: 'yes' })
  expect(on.headers.get('location')).toBe('/de/staff/parts?part=figures&done=on')
  expect(await navigation()).toContain('/de/staff/figures')
  expect(await doors()).toContain('/de/staff/figures')

  await web.post(`/de/staff/parts/${westend.id}`, { part: 'figures', on: 'no' })
  expect(await navigation()).not.toContain('/de/staff/figures')
  expect(await doors()).not.toContain('/de/staff/figures')
})

test('switched off is tidied away and not locked: a link still leads there', async () => {
  expect(await navigation()).not.toContain('/de/staff/figures')
  expect((await web.get('/de/staff/figures')).status).toBe(200)
})

test('the page lists every optional part with one sentence and its switch', async () => {
  await switchOn('calls')
  const page = await pageAt('/ar/staff/parts?part=calls&done=on')
  expect(page('main li').length).toBe(optionalParts.length)
  expect(page('[role=status]').text()).toContain('المكالمات')
  const states = page('main li')
    .toArray()
    .map(row => [page(row).find('[name=part]').attr('value'), page(row).find('[name=on]').attr('value')])
  expect(states).toEqual(optionalParts.map(part => [part, part === 'calls' ? 'no' : 'yes']))
})

test('whoever leads two centres sees a part that one of them uses', async () => {
  const both: StaffMember = { ...lead, memberships: [...lead.memberships, ...nextDoor.memberships] }
  expect(await partsInUse(town.contextOf(nextDoor))).not.toContain('calls')
  expect(await partsInUse(town.contextOf(both))).toContain('calls')
})

test('nobody decides for the centre next door', async () => {
  const decision = { centreId: westend.id, part: 'support', isOn: true } as const
  await expect(switchPart(town.contextOf(nextDoor), decision)).rejects.toThrow(NotAllowed)
  const asNextDoor = webForTest(database, { as: nextDoor })
  const sent = await asNextDoor.post(`/de/staff/parts/${westend.id}`, { part: 'support', on: 'yes' })
  expect(sent.status).toBe(404)
  await asNextDoor.close()
  // The control: her own centre she decides about.
  await switchPart(town.contextOf(nextDoor), { ...decision, centreId: dotzheim.id })
  expect(await switchedOnAt(dotzheim)).toEqual(['support'])
})

test.each(['plan', 'drones', ''])('there is no switch for "%s"', async part => {
  expect((await web.post(`/de/staff/parts/${westend.id}`, { part, on: 'yes' })).status).toBe(404)
})

test('what was switched off is not suggested a second time', async () => {
  const system = town.contextOf({ kind: 'system' })
  const centre = { centreId: dotzheim.id, providerId: dotzheim.providerId }
  await suggestParts(system, centre, ['figures', 'calls'])
  await switchPart(town.contextOf(nextDoor), { centreId: dotzheim.id, part: 'calls', isOn: false })
  await suggestParts(system, centre, ['figures', 'calls'])
  expect(await switchedOnAt(dotzheim)).toEqual(['figures', 'support'])
})

test('every switch stands in the audit log of the provider', async () => {
  await switchOn('support')
  const { rows } = await admin.query(
    `select provider_id, action, fields from audit_entries where subject_id = $1 order by id desc limit 1`,
    [westend.id],
  )
  const entry = { provider_id: westend.providerId, action: 'part.switched-on', fields: ['support'] }
  expect(rows).toEqual([entry])
})

const switchOn = (part: 'calls' | 'support') =>
  switchPart(town.contextOf(lead), { centreId: westend.id, part, isOn: true })

const pageAt = async (address: string) => load(await (await web.get(address)).text())

const navigation = async () => hrefs(await pageAt('/de/staff'), 'nav a')

const doors = async () => hrefs(await pageAt('/de/staff'), 'main .tiles a')

const hrefs = (page: Awaited<ReturnType<typeof pageAt>>, links: string) => {
  const all = page(links)
    .map((_, link) => page(link).attr('href'))
    .get()
  return [...new Set(all.filter(href => href.startsWith('/de/staff')))]
}

const switchedOnAt = async ({ id }: Town['westend']) => {
  const { rows } = await admin.query(
    'select part from centre_parts where centre_id = $1 and switched_on_at is not null order by part',
    [id],
  )
  return rows.map(({ part }) => part)
}
