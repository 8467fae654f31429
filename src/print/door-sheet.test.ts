import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { aRoom, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([lead.close(), nextDoor.close()]))

const room = await aRoom(town, { name: 'Saal' })
await takes(town, room, { on: '2026-11-23', title: 'Teamrunde' })
await takes(town, room, { on: '2026-11-23', from: '14:00', until: '16:00', title: 'Familie Novak' })
// A group of the neighbourhood has hired it.
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
await admin.query("update room_bookings set kind = 'letting' where title = 'Familie Novak'")
await admin.end()

test.each([
  ['de', 'belegt'],
  ['en', 'taken'],
  ['ar', undefined],
])('the door says in %s when the room is taken, and never by whom or for what', async (language, taken) => {
  const sheet = await readSheet(`/${language}/staff/rooms/list/${room}/door.pdf`)
  expect(sheet).toMatchObject({ isTagged: true, showsTitle: true, language, pages: 1 })
  expect(sheet.text).toContain('Saal')
  if (taken) expect(sheet.text).toContain(taken)
  expect(sheet.text).not.toMatch(/Novak|Teamrunde/)
})

test('on a day without anything it says that the room is free', async () => {
  const sheet = await readSheet(`/de/staff/rooms/list/${room}/door.pdf?day=2026-11-25`)
  expect(sheet.text).toContain('Mittwoch, 25. November')
  expect(sheet.text).toMatch(/An diesem Tag ist der\s*Raum frei\./)
})

test('a lead chooses room, day and language, and the lead of another centre sees none of it', async () => {
  const asked = `/de/staff/print?sheet=door&room=${room}&day=2026-11-25&language=ar`
  expect((await lead.get(asked)).headers.get('location')).toBe(
    `/ar/staff/rooms/list/${room}/door.pdf?day=2026-11-25`,
  )
  expect(await (await lead.get('/de/staff/print')).text()).toContain('Türschild')
  expect((await nextDoor.get(`/de/staff/rooms/list/${room}/door.pdf`)).status).toBe(404)
})

async function readSheet(path: string) {
  const answer = await lead.get(path)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}
