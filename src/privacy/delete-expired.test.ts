import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aFamily, asksToJoin, atTheDesk, deskOf, joins, leadOf } from '../../tests/support/families.ts'
import { tablesWith } from '../../tests/support/residue.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { actingAs } from '../identity/index.ts'
import { outreachJobs } from '../outreach/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { cancel, change, expireOffers, register } from '../registration/index.ts'
import { deleteExpired } from './delete-expired.ts'

const database = await databaseForThisFile()
const town = await aTown(database)

test('P01: a family is gone eight weeks after the last session, without anybody pressing a button', async () => {
  const session = await aGroup('2026-12-01')
  await joins(town, session, aFamily('Familie Sandıkçı'))
  await deleteExpired(systemOn('2027-01-25'))
  expect(await households('Sandıkçı')).toBe(1)
  await deleteExpired(systemOn('2027-01-26'))
  expect(await households('Sandıkçı')).toBe(0)
})

test('control: without the job the rows stay for ever', async () => {
  await joins(town, await aGroup('2026-12-01'), aFamily('Familie Kontrol'))
  expect(await households('Kontrol')).toBe(1)
  await deleteExpired(systemOn('2040-01-01'))
  expect(await households('Kontrol')).toBe(0)
})

test('nothing that names the family is left in any column of any table', async () => {
  const session = await aGroup('2026-12-01', 1)
  const kept = {
    firstNames: ['Zübeyde'],
    contact: { kind: 'email' as const, email: 'zeynep@familie-tezcan.example' },
  }
  const [mother, twice] = [aFamily('Tezcan', kept), aFamily('Tezcanoğlu', kept)]
  const { registrationId } = await joins(town, session, mother)
  await joins(town, session, twice)
  await asksToJoin(town, session, mother)
  const desk = atTheDesk(town)
  await change(desk, registrationId, { ...mother, contact: { kind: 'phone', phone: '0611-4711-0815' } })
  await cancel(desk, registrationId)
  await expireOffers(systemOn('2026-11-30'))
  await deliverAll()

  const traces = ['tezcan', 'zübeyde', '0611-4711-0815']
  expect(await tablesWith(admin, traces)).toEqual(
    expect.arrayContaining(['public.households', 'public.household_children', 'public.messages']),
  )
  await deleteExpired(systemOn('2027-02-01'))
  expect(await tablesWith(admin, traces)).toEqual([])
})

test('P01: the audit log says what, when and how many, per provider, and names nobody', async () => {
  await admin.query('truncate audit_entries cascade')
  const session = await aGroup('2026-12-01')
  await joins(town, session, aFamily('Erste'))
  await joins(town, session, aFamily('Zweite'))
  const elsewhere = await aGroup('2026-12-01', 5, town.dotzheim)
  await joinsAt(town.dotzheim, elsewhere, aFamily('Dritte'))
  await admin.query('truncate audit_entries cascade')

  await deleteExpired(systemOn('2027-02-01'))
  const { rows } = await admin.query(`select account_id, action, amount, subject_id, fields, provider_id,
    at at time zone 'Europe/Berlin' = '2027-02-01 03:00' as at_night from audit_entries order by amount`)
  const entry = {
    account_id: 'system',
    action: 'household.deleted',
    subject_id: null,
    fields: [],
    at_night: true,
  }
  expect(rows).toEqual([
    { ...entry, amount: 1, provider_id: town.dotzheim.providerId },
    { ...entry, amount: 2, provider_id: town.westend.providerId },
  ])
  await deleteExpired(systemOn('2027-02-01'))
  expect((await admin.query('select from audit_entries')).rowCount).toBe(2)
})

test('P01: a manager reads what each run deleted, kind by kind, as counts of her provider alone', async () => {
  await admin.query('truncate audit_entries cascade')
  const elsewhere = await aGroup('2026-12-01', 5, town.dotzheim)
  await joins(town, await aGroup('2026-12-01'), aFamily('Bericht'))
  await joinsAt(town.dotzheim, elsewhere, aFamily('Fremd'))
  await deleteExpired(systemOn('2027-02-01'))
  await joins(town, await aGroup('2026-12-01'), aFamily('Später'))
  await deleteExpired(systemOn('2027-02-03'))

  const { providerId } = town.westend
  const web = webForTest(database, {
    now: Temporal.Instant.from('2027-02-03T12:00Z'),
    as: {
      ...{ kind: 'staff', accountId: 'manager', name: 'Manager', ledOffers: [], supportedCentres: [] },
      memberships: [{ role: 'provider-manager', providerId, centreId: null }],
    },
  })
  const html = await (await web.get('/de/staff/audit/deletions')).text()
  await web.close()
  const rows = load(html)('tbody tr')
    .toArray()
    .map(row => load(row).text())
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/Abgelaufene Familiendaten gelöscht.*3\. Februar 2027.*1/s)
  expect(rows[1]).toMatch(/1\. Februar 2027.*1/s)
  expect(html).not.toContain('Bericht</')
})

test('places are counted back, so none stays taken by nobody', async () => {
  const session = await aGroup('2026-12-01', 3)
  await joins(town, session, aFamily('Eins'))
  await joins(town, session, aFamily('Zwei', { children: 2 }))
  expect(await taken(session)).toEqual([3])
  await deleteExpired(systemOn('2027-02-01'))
  expect(await taken(session)).toEqual([0])
})

test('what is stored ends eight weeks after the last day of a course that was prolonged or shortened', async () => {
  const session = await aGroup('2026-12-01')
  await joins(town, session, aFamily('Verlängert'))
  await lastOn(session, '2027-03-31')
  await deleteExpired(systemOn('2027-02-01'))
  expect(await households('Verlängert')).toBe(1)
  await deleteExpired(systemOn('2027-05-25'))
  expect(await households('Verlängert')).toBe(1)
  await deleteExpired(systemOn('2027-05-26'))
  expect(await households('Verlängert')).toBe(0)

  const shortened = await aGroup('2026-12-15')
  await joins(town, shortened, aFamily('Verkürzt'))
  await lastOn(shortened, '2026-12-01')
  await deleteExpired(systemOn('2027-01-26'))
  expect(await households('Verkürzt')).toBe(0)
})

test('a large backlog is deleted completely', async () => {
  const session = await aGroup('2026-12-01', 500)
  await joins(town, session, aFamily('Vorlage'))
  await admin.query(`insert into households select city_id, uuidv7(), provider_id, centre_id, 'Rückstand ' || n, language,
    'none', null, null, delete_on from households, generate_series(1, 450) n where called = 'Vorlage'`)
  await deleteExpired(systemOn('2027-02-01'))
  expect(await households('Rückstand')).toBe(0)
})

test('another city is left alone', async () => {
  const neighbour = await aTown(database, { slug: 'nachbarstadt' })
  const offer = await neighbour.anOffer(withPlaces(5))
  await joins(neighbour, await neighbour.aSession({ offer, on: '2026-12-01' }), aFamily('Nachbarin'))
  await deleteExpired(systemOn('2027-02-01'))
  expect(await households('Nachbarin')).toBe(1)
})

test('nobody but the system deletes by retention', async () => {
  await expect(deleteExpired(atTheDesk(town))).rejects.toThrow(NotAllowed)
})

test('a draft that nobody finished goes when its time is up', async () => {
  const { westend, city } = town
  await admin.query(
    `insert into offer_drafts (city_id, centre_id, provider_id, account_id, changed_at, expires_at)
     values ($1, $2, $3, 'lead', now(), '2026-12-01T00:00Z')`,
    [city.id, westend.id, westend.providerId],
  )
  await deleteExpired(systemOn('2026-11-30'))
  expect((await admin.query('select from offer_drafts')).rowCount).toBe(1)
  await deleteExpired(systemOn('2026-12-02'))
  expect((await admin.query('select from offer_drafts')).rowCount).toBe(0)
})

test('sign-ins that have ended leave no session behind', async () => {
  await admin.query(`insert into identity.accounts (id, name, email) values ('a', 'Leitung', 'leitung@example.org');
    insert into identity.sessions (id, account_id, token, expires_at, created_at, updated_at)
    values ('ended', 'a', 't1', '2026-12-01', now(), now()), ('open', 'a', 't2', '2026-12-03', now(), now())`)
  await deleteExpired(systemOn('2026-12-02'))
  expect((await admin.query('select id from identity.sessions')).rows).toEqual([{ id: 'open' }])
})

type Centre = typeof town.westend
type Session = Awaited<ReturnType<typeof aGroup>>

const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => admin.end())

/** Three in the morning of a day. */
const systemOn = (day: string) => {
  const night = Temporal.PlainDateTime.from(`${day}T03:00`).toZonedDateTime('Europe/Berlin').toInstant()
  return town.contextOf({ kind: 'system' }, night)
}

const withPlaces = (places: number) => ({ registration: 'session', counts: 'child', places }) as const

async function aGroup(on: string, places = 5, centre?: Centre) {
  const offer = await town.anOffer({ ...withPlaces(places), ...(centre && { centre }) })
  return town.aSession({ offer, on })
}

async function joinsAt(centre: Centre, session: Session, family: ReturnType<typeof aFamily>) {
  await register(actingAs(atTheDesk(town), deskOf(centre)), { ...family, intakeId: session.intakeId ?? '' })
}

/** As the lead who plans does it. */
async function lastOn({ intakeId }: Session, day: string) {
  await inTransaction(town.contextOf(leadOf(town.westend)), tx =>
    sql`update intakes set last_on = ${day} where id = ${intakeId}`.execute(tx),
  )
}

async function deliverAll() {
  const [deliver] = outreachJobs({ isDemo: true })
  const { rows } = await admin.query(`select data from pgboss.job where name = 'deliver-message'`)
  for (const { data } of rows)
    await deliver?.run(systemOn('2026-11-24'), { data, attempt: 1, isLastAttempt: false })
}

async function households(called: string) {
  const { rows } = await admin.query('select count(*)::int as n from households where called like $1', [
    `%${called}%`,
  ])
  return rows[0].n
}

async function taken({ intakeId }: Session) {
  const { rows } = await admin.query('select taken from intake_limits where intake_id = $1', [intakeId])
  return rows.map(row => row.taken)
}
