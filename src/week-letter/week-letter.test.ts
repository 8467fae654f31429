import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'
import { weekLetterJobs } from './send-week.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const reader = webForTest(database)
const lead = webForTest(database, { as: leadOf(westend) })
const nextDoor = webForTest(database, { as: leadOf(dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
beforeEach(() =>
  admin.query('truncate identity.rate_limits; delete from subscriptions; delete from messages'),
)
afterAll(() => Promise.all([reader.close(), lead.close(), nextDoor.close(), admin.end()]))

const sunday = Temporal.Instant.from('2026-11-22T17:30:00Z')

describe('asking for the letter', () => {
  test('counts only after a yes out of the mailbox', async () => {
    await asks('nour@example.org')
    await send()
    expect(await weeksOf('nour@example.org')).toEqual([])

    await reader.post(`${await linkTo('nour@example.org')}/confirm`, {})
    await send()
    expect(await weeksOf('nour@example.org')).toHaveLength(1)
  })

  test('is answered alike whether the address gets it already or not', async () => {
    const first = await (await asks('same@example.org')).text()
    await reader.post(`${await linkTo('same@example.org')}/confirm`, {})
    const again = await (await asks('same@example.org')).text()
    expect(again).toBe(first)
  })

  test('twice brings one letter a week', async () => {
    await asks('twice@example.org')
    const one = await linkTo('twice@example.org')
    await asks('TWICE@example.org')
    const two = await linkTo('twice@example.org')
    for (const link of [one, two]) await reader.post(`${link}/confirm`, {})
    await send()
    expect(await weeksOf('twice@example.org')).toHaveLength(1)
  })

  test('sends nobody more than three letters in an hour', async () => {
    const statuses: number[] = []
    for (let turn = 0; turn < 5; turn++) statuses.push((await asks('flooded@example.org')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  test('tells what is wrong with an address', async () => {
    const answer = await asks('nobody')
    expect(answer.status).toBe(422)
    const page = load(await answer.text())
    expect(page('[role=alert] a').attr('href')).toBe('#email')
    expect(page('input[name=email]').val()).toBe('nobody')
  })
})

describe('the letter', () => {
  test('says in the language of its reader what is on, and how to stop it', async () => {
    const offer = await town.anOffer({ title: 'Trommeln' })
    await town.aSession({ offer, on: '2026-11-25' })
    await reads('amina@example.org', 'ar')
    await send()
    const [letter] = await weeksOf('amina@example.org')
    expect(letter?.words).toContain('الأربعاء')
    expect(letter?.words).toContain('\u2068Trommeln\u2069')
    expect(letter?.address).toMatch(/^\/ar\/week-letter\/[\w-]{22}$/)
  })

  test('is sent once, however often the duty runs, and again a week later', async () => {
    await reads('weekly@example.org')
    await Promise.all([send(), send()])
    await send(sunday.add({ hours: 12 }))
    expect(await weeksOf('weekly@example.org')).toHaveLength(1)
    await send(sunday.add({ hours: 7 * 24 }))
    expect(await weeksOf('weekly@example.org')).toHaveLength(2)
  })

  test('goes out on no other day', async () => {
    await reads('weekly@example.org')
    await send(sunday.add({ hours: 72 }))
    expect(await weeksOf('weekly@example.org')).toEqual([])
  })

  test('stops with one press, and the address is gone from every column', async () => {
    await reads('gone@example.org')
    await send()
    const [letter] = await weeksOf('gone@example.org')
    const page = await reader.get(letter?.address ?? '')
    expect(await page.text()).toContain('Keine Briefe mehr')
    await reader.post(`${letter?.address}/stop`, {})
    expect((await reader.get(letter?.address ?? '')).status).toBe(404)
    expect(await stored()).not.toContain('gone@example.org')
    expect(await everything()).toContain('gone@example.org')
    await forget(15)
    expect(await everything()).not.toContain('gone@example.org')
  })
})

test('who never says yes is forgotten after three days, and the letter that asked her after fourteen', async () => {
  await asks('never@example.org')
  await forget(2)
  expect(await stored()).toContain('never@example.org')
  await forget(3)
  expect(await stored()).not.toContain('never@example.org')
  await forget(15)
  expect(await everything()).not.toContain('never@example.org')
})

describe('who reads what', () => {
  test('the lead sees how many, never who; next door sees nothing of it', async () => {
    await reads('one@example.org')
    await reads('two@example.org')
    const page = await (await lead.get('/de/staff/week-letter')).text()
    expect(page).toContain('2 bekommen ihn')
    expect(page).not.toContain('@example.org')
    expect(await (await nextDoor.get('/de/staff/week-letter')).text()).toContain('Noch liest ihn niemand')
  })

  test('neither desk nor lead can read an address; with the policies taken out they could', async () => {
    await reads('secret@example.org')
    const desk = town.contextOf({ kind: 'desk', centreId: westend.id, providerId: westend.providerId })
    const asLead = town.contextOf(leadOf(westend))
    const read = async (context: typeof desk) =>
      (await inTransaction(context, tx => sql`select email from subscriptions`.execute(tx))).rows.length
    expect(await Promise.all([read(desk), read(asLead)])).toEqual([0, 0])
    await admin.query('alter table subscriptions disable row level security')
    expect(await Promise.all([read(desk), read(asLead)])).toEqual([1, 1])
    await admin.query('alter table subscriptions enable row level security')
  })
})

const asks = (email: string, language = 'de') =>
  reader.post(`/${language}/centres/${westend.slug}/week-letter`, { email })

/** Asks and says yes. */
const reads = async (email: string, language = 'de') => {
  await asks(email, language)
  await reader.post(`${await linkTo(email)}/confirm`, {})
}

const send = async (now = sunday) => {
  for (const { run } of weekLetterJobs) await run(town.contextOf({ kind: 'system' }, now), work)
}

const forget = async (days: number) => {
  const now = reader.clock().add({ hours: days * 24 })
  for (const { run } of privacyJobs) await run(town.contextOf({ kind: 'system' }, now), work)
}

const work = { data: {}, attempt: 1, isLastAttempt: false }

type Letter = { subject: string; words: string; address: string }

const lettersTo = async (email: string): Promise<Letter[]> => {
  const { rows } = await admin.query(
    'select facts from messages where address = $1 order by created_at, id',
    [email],
  )
  return rows.map(({ facts }) => ({
    subject: facts.subject,
    words: facts.paragraphs.map(({ words }: { words: string }) => words).join('\n'),
    address: facts.paragraphs.find(({ address }: { address?: string }) => address)?.address ?? '',
  }))
}

/** Without the one that asked for a yes. */
const weeksOf = async (email: string) =>
  (await lettersTo(email)).filter(({ subject }) => !/bestätige|التأكيد/.test(subject))

const linkTo = async (email: string) => (await lettersTo(email)).at(-1)?.address ?? ''

const stored = async () =>
  JSON.stringify((await admin.query('select * from subscriptions, subscription_links')).rows)

const everything = async () => {
  const { rows } = await admin.query(`select (select json_agg(s)::text from subscriptions s) as subscriptions,
    (select json_agg(l)::text from subscription_links l) as links, (select json_agg(m)::text from messages m) as messages,
    (select json_agg(a)::text from audit_entries a) as audit, (select json_agg(j)::text from pgboss.job j) as jobs`)
  return JSON.stringify(rows)
}
