import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { sendNote } from '../neighbours/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const team = webForTest(database, { as: leadOf(town.westend) })
const admin = new pg.Client({ connectionString: database.admin })
const board = `/centres/${town.westend.slug}/pinboard`
const at = { providerId: town.westend.providerId, centreId: town.westend.id }
let page: string
let forms = 0
beforeAll(async () => {
  await admin.connect()
  await admin.query(`insert into centre_parts values ($1, $2, $3, 'neighbours', now())`, [
    ...[town.city.id, at.providerId, at.centreId],
  ])
})
beforeEach(async () => {
  await admin.query('delete from neighbour_notes')
  await sendNote(town.contextOf(leadOf(town.westend)), at, {
    ...{ kind: 'give', language: 'de', title: 'Ein Buggy', words: '', reach: { reachBy: 'visit' } },
    renderingKey: `note-of-the-board-${forms++}`,
  })
  page = `${board}/${(await admin.query('select id from neighbour_notes')).rows[0].id}`
})
afterAll(() => Promise.all([web.close(), team.close(), admin.end()]))

test('on the page of a note one is asked whether something is wrong, and the team reads it', async () => {
  const $ = load(await (await web.get(`/de${page}`)).text())
  expect($('.invitation a:contains("Stimmt hier etwas nicht?")').attr('href')).toBe(
    `/de/wrong?page=${encodeURIComponent(page)}`,
  )
  expect((await says('203.0.113.1')).headers.get('location')).toContain('news=sent')
  expect(await (await team.get('/de/staff/corrections')).text()).toContain('Ein Buggy')
})

test('what one network says leaves it hanging, however often; a second one takes it from the board', async () => {
  for (const _ of [1, 2, 3]) await says('203.0.113.1')
  expect(await hangs()).toBe(true)
  expect((await says('198.51.100.2')).headers.get('location')).toBe(`/de${board}`)
  expect(await hangs()).toBe(false)
  expect(await (await team.get('/de/staff/neighbours')).text()).toContain('Ein Buggy')
})

test('the desk of another centre takes down nothing', async () => {
  const elsewhere = town.contextOf({
    ...{ kind: 'desk', centreId: town.dotzheim.id, providerId: town.dotzheim.providerId },
  })
  const asked = await inTransaction(elsewhere, tx =>
    tx
      .selectNoFrom(({ fn, val }) =>
        fn<boolean>('let_note_wait_again', [
          val(town.city.id),
          val(page.split('/').at(-1)),
          val('2026-12-24'),
        ]).as('hung'),
      )
      .executeTakeFirst(),
  )
  expect(asked).toEqual({ hung: false })
  expect(await hangs()).toBe(true)
})

const hangs = async () => (await (await web.get(`/de${board}`)).text()).includes('Ein Buggy')

const says = (network: string) =>
  web.fetch(
    new Request('http://localhost/de/wrong', {
      method: 'POST',
      headers: { origin: 'http://localhost', 'x-forwarded-for': network },
      body: new URLSearchParams({
        page,
        what: 'words',
        words: '',
        renderingKey: `rendering-of-form-${forms++}`,
      }),
    }),
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
