import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { registers } = familiesAt(web)
const [admin, holding] = [
  new pg.Client({ connectionString: database.admin }),
  new pg.Client({ connectionString: database.admin }),
]
await Promise.all([admin.connect(), holding.connect()])
afterAll(() => Promise.all([web.close(), admin.end(), holding.end()]))
beforeEach(() => admin.query('truncate registrations, households cascade'))

describe('at the same moment', () => {
  test('what is made safe meanwhile makes safe what is put to it', async () => {
    const [one, other] = [await somebody(), await somebody()]
    await whileHeld(`update households set is_safe = true where called = '${one.called}'`, [
      () => puts(one, other),
    ])
    // The link of the safe one asks for its code from now on: nothing came together, or all of it is safe.
    const pages = Map.groupBy(await families(), ({ page_id }) => page_id)
    for (const page of pages.values()) expect(new Set(page.map(({ is_safe }) => is_safe)).size).toBe(1)
  })

  test('three around a circle end on one page, and none of them waits without end', async () => {
    const [one, two, three] = [await somebody(), await somebody(), await somebody()]
    const answers = await whileHeld('select from households for update', [
      () => puts(one, two),
      () => puts(two, three),
      () => puts(three, one),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(new Set((await families()).map(({ page_id }) => page_id)).size).toBe(1)
  })
})

type Somebody = Awaited<ReturnType<typeof somebody>>

let days = 0
async function somebody() {
  const offer = await town.anOffer({ registration: 'session', counts: 'child' })
  const on = Temporal.PlainDate.from('2026-12-07').add({ days: days++ }).toString()
  const called = `Familie ${days}`
  return { called, ...(await registers(await town.aSession({ offer, on }), { called })) }
}

const puts = (mine: Somebody, theirs: Somebody) =>
  web.post(`/de/my/${mine.link}/family/together`, { code: theirs.code })

/** Lets all of them begin while somebody else holds what they need, and go on once they stand before it. */
async function whileHeld(hold: string, works: readonly (() => ReturnType<typeof puts>)[]) {
  await holding.query('begin')
  await holding.query(hold)
  let done = 0
  const answers = works.map(work => work().finally(() => done++))
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  while ((await admin.query(waiting)).rows[0].n + done < works.length);
  await holding.query('commit')
  return Promise.all(answers)
}

const families = async () => (await admin.query('select page_id, is_safe from households')).rows
