import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { excuse } from './excuse.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([web.close(), leads.close()]))

test('a family that is ill says so for one date; the list shows it, and its place stays its place', async () => {
  const { first, second } = await aCourse()
  const { keys, registrationId } = await joins(town, first, aFamily('Yıldız'))
  const mine = await page(web, `/de/my/${keys.link}`)
  expect(mine.$('form[action$="/away"]')).toHaveLength(2)
  const answer = await web.post(`/de/my/${keys.link}/away`, { session: second.id, comes: 'no' })
  expect(answer.headers.get('location')).toContain('news=away')
  expect((await page(web, answer.headers.get('location') ?? '')).$('main').text()).toContain('Ihr fehlt')

  const list = await page(leads, `/de/staff/sessions/${second.id}/list`)
  expect(list.$('table').first().text()).toContain('entschuldigt')
  expect((await page(leads, `/de/staff/sessions/${first.id}/list`)).$('table').text()).not.toContain(
    'entschuldigt',
  )
  const late = await joins(town, first, aFamily('Novak'))
  expect(late.outcome).toBe('waiting')

  await leads.post(`/de/staff/registrations/${registrationId}/excuse`, { session: second.id, comes: 'yes' })
  expect((await page(leads, `/de/staff/sessions/${second.id}/list`)).$('table').first().text()).not.toContain(
    'entschuldigt',
  )
})

test('the page speaks Arabic too', async () => {
  const { first } = await aCourse()
  const { keys } = await joins(town, first, aFamily('Haddad'))
  expect((await page(web, `/ar/my/${keys.link}`)).$('main').text()).toContain('لن نأتي')
})

test('who waits, what has begun, and a single date cannot be excused', async () => {
  const { first, second } = await aCourse()
  const { registrationId } = await joins(town, first, aFamily('Yıldız'))
  const waiting = await joins(town, first, aFamily('Novak'))
  expect(
    await excuse(atTheDesk(town), waiting.registrationId, { sessionId: second.id, comes: false }),
  ).toEqual({ outcome: 'over' })
  const begun = atTheDesk(town, second.startsAt)
  expect(await excuse(begun, registrationId, { sessionId: second.id, comes: false })).toEqual({
    outcome: 'over',
  })
  const single = await town.aSession({
    ...{ offer: await town.anOffer({ registration: 'session', counts: 'child' }), on: '2026-12-07' },
  })
  const alone = await joins(town, single, aFamily('Kaya'))
  expect(await excuse(atTheDesk(town), alone.registrationId, { sessionId: single.id, comes: false })).toEqual(
    { outcome: 'over' },
  )
  expect((await page(web, `/de/my/${alone.keys.link}`)).$('form[action$="/away"]')).toHaveLength(0)
})

test('a date of another offer is not hers to excuse, and nothing of it outlives the registration', async () => {
  const [here, there] = [await aCourse(), await aCourse()]
  const { registrationId } = await joins(town, here.first, aFamily('Yıldız'))
  await expect(
    excuse(atTheDesk(town), registrationId, { sessionId: there.first.id, comes: false }),
  ).rejects.toThrow()
  await excuse(atTheDesk(town), registrationId, { sessionId: here.second.id, comes: false })
  expect(await countExcused(registrationId)).toBe(1)
  await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    sql`delete from households where id = (select household_id from registrations where id = ${registrationId})`.execute(
      tx,
    ),
  )
  expect(await countExcused(registrationId)).toBe(0)
})

const aCourse = async () => {
  const offer = await town.anOffer({ registration: 'course', format: 'course', counts: 'child', places: 1 })
  const first = await town.aSession({ offer, on: '2026-12-07' })
  return { first, second: await town.aSession({ offer, on: '2026-12-14' }) }
}

const page = async ({ get }: Pick<typeof web, 'get'>, path: string) => ({
  $: load(await (await get(path)).text()),
})

const countExcused = (registrationId: string) =>
  inTransaction(town.contextOf({ kind: 'system' }), async tx => {
    const rows = await tx
      .selectFrom('excusedDates')
      .select('sessionId')
      .where('registrationId', '=', registrationId)
      .execute()
    return rows.length
  })
