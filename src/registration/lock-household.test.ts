import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { readGroup, tellGroup } from './group/tell-group.ts'
import { lockHousehold } from './lock-household.ts'
import { type DateNews, previewOfChangedDates, tellOfChangedDates } from './tell-of-changed-dates.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const { registers } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), lead.close(), admin.end()]))

type Registered = Awaited<ReturnType<typeof registers>>
let [first, second]: Registered[] = []
let [intakeId, id, slug] = ['', '', '']
const statusOf = async (path: string) => (await web.get(path)).status

beforeAll(async () => {
  const session = await aGroup()
  intakeId = session.intakeId ?? ''
  first = await registers(session, {
    called: 'Bedrohte',
    'childName[]': 'Zübeyde',
    email: 'b@familie.example',
  })
  second = await registers(await aGroup(), { called: 'Bedrohte' })
  await web.post(`/de/my/${first.link}/family/together`, { code: second.code })
  const { rows } = await admin.query(`select id from registrations where intake_id = $1`, [intakeId])
  id = rows[0].id
  const offer = await admin.query('select slug from offers where id = $1', [session.offerId])
  slug = offer.rows[0].slug
  await admin.query(
    `update messages set state = 'sent', sent_at = created_at, facts = '{}', address = '' where registration_id <> $1`,
    [id],
  )
})

test('a family can be locked after its offer was put away, from its list', async () => {
  const session = await aGroup()
  const { link } = await registers(session, { called: 'Später' })
  await admin.query(`update offers set state = 'archived' where id = $1`, [session.offerId])
  const { rows } = await admin.query('select id from registrations where intake_id = $1', [session.intakeId])
  const listed = load(await (await lead.get(`/de/staff/sessions/${session.id}/list`)).text())
  expect(listed('main').text()).toContain('Später')
  const action = `/de/staff/registrations/${rows[0].id}/lock`
  expect(listed(`form[action="${action}"]`)).toHaveLength(1)
  const locked = await lead.post(action, {})
  expect(locked.headers.get('location')).toContain('news=locked')
  expect((await lead.get(locked.headers.get('location') ?? '')).status).toBe(200)
  expect(await statusOf(`/de/my/${link}/family`)).toBe(404)
})

test('control: before it, link, code and list all know the family', async () => {
  expect(await statusOf(`/de/my/${first?.link}`)).toBe(200)
  expect((await web.post('/de/my', { code: first?.code ?? '' })).status).toBe(303)
  expect(await list()).toContain('Zübeyde')
  expect(await log()).toContain('Bedrohte')
  expect((await readGroup(atWestend, slug)).told).toMatchObject({ byMail: 1 })
  expect((await changed(previewOfChangedDates)).letters).toHaveLength(1)
})

test('the lead of another centre cannot lock it, and the database would not let her', async () => {
  const other = town.contextOf(leadOf(town.dotzheim))
  await expect(lockHousehold(other, id)).rejects.toThrow()
  const refused = admin.query(
    `select lock_household('${town.city.id}', household_id, now()) from registrations`,
  )
  await expect(refused).rejects.toThrow('not a household of an own centre')
  await expect(lockHousehold(town.contextOf({ kind: 'system' }), id)).rejects.toThrow(NotAllowed)
})

test('locked, every key of the page is answered like an unknown one, and lists name nobody', async () => {
  const { headers } = await lead.post(`/de/staff/registrations/${id}/lock`, {})
  expect(headers.get('location')).toContain('news=locked')
  for (const registered of [first, second]) {
    const unknown = (path: string) => path.replace('LINK', 'a'.repeat(22))
    for (const path of [
      '/de/my/LINK',
      '/de/my/LINK/family',
      '/de/my/LINK/cancel',
      '/de/my/LINK/family/calendar.ics',
    ])
      expect(await statusOf(path.replace('LINK', registered?.link ?? ''))).toBe(await statusOf(unknown(path)))
    const [mine, none] = await Promise.all(
      [registered?.code ?? '', 'KKK-KKK-KKK'].map(async code => (await web.post('/de/my', { code })).status),
    )
    expect(mine).toBe(none)
  }
  const shown = await list()
  for (const trace of ['Bedrohte', 'Zübeyde', 'b@familie.example']) expect(shown).not.toContain(trace)
  expect(shown).toContain('Gesperrt')
})

test('nothing is written for it about a group or a date, and nobody is told that somebody has to call', async () => {
  expect((await readGroup(atWestend, slug)).told).toEqual(nobody)
  expect(await tellGroup(atWestend, slug, { words: 'Bringt Hausschuhe mit.', renderingKey: 'one' })).toEqual({
    outcome: 'told',
  })
  expect(await changed(previewOfChangedDates)).toEqual({ told: nobody, letters: [] })
  expect(await changed(tellOfChangedDates)).toEqual(nobody)
  expect((await admin.query('select from messages where registration_id = $1', [id])).rowCount).toBe(0)
  expect(await (await lead.get('/de/staff/calls')).text()).not.toContain('Bedrohte')
})

test('what was delivered before is listed without a name', async () => {
  expect(await log()).not.toContain('Bedrohte')
  expect(await log()).toContain('—')
})

test('nobody is written to, not even what was on its way', async () => {
  const { rows } = await admin.query(`select from messages where state <> 'sent' and registration_id in
    (select r.id from registrations r join households h on h.id = r.household_id where h.locked_at is not null)`)
  expect(rows).toEqual([])
  await lead.post(`/de/staff/registrations/${id}/cancel`, {})
  expect((await admin.query('select from messages where registration_id = $1', [id])).rowCount).toBe(0)
})

test('the lock stands in the audit log, and is lifted as it was set', async () => {
  await lead.post(`/de/staff/registrations/${id}/unlock`, {})
  expect(await statusOf(`/de/my/${first?.link}`)).toBe(200)
  expect(await statusOf(`/de/my/${second?.link}/family`)).toBe(200)
  const { rows } = await admin.query(
    `select action from audit_entries where subject_id = $1 and action like 'household.%' order by at, id`,
    [id],
  )
  expect(rows.map(({ action }) => action).sort()).toEqual(['household.locked', 'household.unlocked'])
})

const atWestend = town.contextOf(leadOf(town.westend))
const nobody = { byMail: 0, toCall: 0, notReached: 0 }
const log = async () => (await lead.get('/de/staff/messages')).text()

/** The date of the group was moved by an hour. */
const changed = <Result>(say: (tx: Tx, context: Context, news: readonly DateNews[]) => Promise<Result>) =>
  inTransaction(atWestend, tx => {
    const startsAt = Temporal.Instant.from('2026-12-07T10:00:00Z')
    const place = { place: '', hasNewPlace: false, hasOwnPlace: false }
    return say(tx, atWestend, [{ ...place, intakeId, startsAt, ends: null }])
  })

const list = async () => {
  const $ = load(await (await lead.get(`/de/staff/intakes/${intakeId}`)).text())
  return $('main').text()
}

async function aGroup() {
  return town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places: 5 }),
    on: '2026-12-07',
  })
}
