import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { cancel } from '../cancel.ts'
import { remind } from './remind.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 1 })

test('a family with a place is reminded the day before, once', async () => {
  const { registrationId, starts } = await aPlace()
  await remind(at(starts.subtract({ hours: 25 })))
  expect(await reminded()).toEqual([])
  await remind(at(starts.subtract({ hours: 24 })))
  await remind(at(starts.subtract({ hours: 23 })))
  expect(await reminded()).toEqual([registrationId])
})

test('two turns of the job at a time remind once', async () => {
  const { registrationId, starts } = await aPlace()
  const now = starts.subtract({ hours: 10 })
  await Promise.all([remind(at(now)), remind(at(now)), remind(at(now))])
  expect(await reminded()).toEqual([registrationId])
})

test('control: without the note of it, the next turn reminds again', async () => {
  const { registrationId, starts } = await aPlace()
  await remind(at(starts.subtract({ hours: 10 })))
  await admin.query('truncate reminders')
  await remind(at(starts.subtract({ hours: 9 })))
  expect(await reminded()).toEqual([registrationId, registrationId])
})

test('WL22: who waits gets no reminder to come, nor who was offered a place and has not answered', async () => {
  const { registrationId, starts, session } = await aPlace()
  const second = await joins(town, session, aFamily('Familie Novak'))
  await joins(town, session, aFamily('Familie Haile'))
  await cancel(desk, registrationId)
  const { rows } = await admin.query('select state from registrations where id = $1', [second.registrationId])
  expect(rows).toEqual([{ state: 'offered' }])
  await remind(at(starts.subtract({ hours: 20 })))
  expect(await reminded()).toEqual([])
})

test('nobody is reminded of what is cancelled, nor of what they registered for an hour ago', async () => {
  const { starts, session } = await aPlace()
  await admin.query(
    `update sessions set state = 'cancelled', cancel_reason = 'illness', cancelled_at = now() where id = $1`,
    [session.id],
  )
  const late = await aSession()
  await joins(town, late.session, aFamily('Familie Spät'), late.starts.subtract({ hours: 5 }))
  await remind(at(starts.subtract({ hours: 20 })))
  await remind(at(late.starts.subtract({ hours: 4 })))
  expect(await reminded()).toEqual([])
})

test('who registers when the others were reminded a week ahead is reminded the day before', async () => {
  await admin.query('update offers set reminder_hours = 168')
  const { session, starts } = await aSession()
  const late = await joins(town, session, aFamily('Familie Spät'), starts.subtract({ hours: 100 }))
  await remind(at(starts.subtract({ hours: 99 })))
  await remind(at(starts.subtract({ hours: 25 })))
  expect(await reminded()).toEqual([])
  await remind(at(starts.subtract({ hours: 24 })))
  await remind(at(starts.subtract({ hours: 23 })))
  expect(await reminded()).toEqual([late.registrationId])
})

test('a family that is erased at that moment stops none of the others', async () => {
  const [gone, stays] = [await aPlace(), await aPlace()]
  await admin.query(`create function leave() returns trigger language plpgsql security definer as
      $$ begin delete from registrations where id = '${gone.registrationId}'; return null; end $$;
    create trigger leaves after insert on reminders for each statement execute function leave()`)
  await admin.query('update offers set reminder_hours = 48')
  try {
    await remind(at(gone.starts.subtract({ hours: 2 })))
  } finally {
    await admin.query('drop trigger leaves on reminders; drop function leave')
  }
  expect(await reminded()).toEqual([stays.registrationId])
})

test('how early is set for each offer, and may be never', async () => {
  const address = `/de/staff/programme/${offer.slug}/reminder`
  expect((await lead.post(address, { hours: '3' })).status).toBe(422)
  expect((await lead.post(address, { hours: '48' })).status).toBe(303)
  const page = load(await (await lead.get(address)).text())
  expect(page('input[checked]').val()).toBe('48')
  expect(load(await (await lead.get(address.replace('/de/', '/ar/'))).text())('h1').text()).toBe('التذكير')

  const { registrationId, starts } = await aPlace()
  await remind(at(starts.subtract({ hours: 47 })))
  expect(await reminded()).toEqual([registrationId])
  await lead.post(address, { hours: '0' })
  const other = await aPlace()
  await remind(at(other.starts.subtract({ hours: 10 })))
  expect(await reminded()).toEqual([registrationId])
})

test('a mail program stops reminders with one click, from anywhere, and only those', async () => {
  const { starts, keys, registrationId } = await aPlace()
  const oneClick = await web.request(`http://localhost/de/my/${keys.link}/no-reminders`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(oneClick.status).toBe(200)
  const cancelling = await web.request(`http://localhost/de/my/${keys.link}/cancel`, { method: 'POST' })
  expect(cancelling.status).toBe(403)
  await remind(at(starts.subtract({ hours: 20 })))
  expect(await reminded()).toEqual([])

  const page = load(await (await web.get(`/ar/my/${keys.link}/no-reminders`)).text())
  expect(page('button[name=reminders]').val()).toBe('again')
  await web.post(`/ar/my/${keys.link}/no-reminders`, { reminders: 'again' })
  await remind(at(starts.subtract({ hours: 19 })))
  expect(await reminded()).toEqual([registrationId])
  const { rows } = await admin.query(`select facts from messages where kind = 'reminder'`)
  expect(rows[0].facts.stopAddress).toMatch(/^\/de\/my\/[\w-]+\/no-reminders$/)
})

test.each(['get', 'post'] as const)('a link that opens nothing refuses nothing (%s)', async method => {
  const address = '/de/my/AAAAAAAAAAAAAAAAAAAAAA/no-reminders'
  expect((await (method === 'get' ? web.get(address) : web.post(address, {}))).status).toBe(404)
})

const desk = atTheDesk(town)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(async () => {
  await Promise.all([web.close(), lead.close()])
  await admin.end()
})
beforeEach(async () => {
  await admin.query(
    'truncate messages, reminders; update offers set reminder_hours = 24; delete from registrations',
  )
})

const at = (now: Temporal.Instant) => town.contextOf({ kind: 'system' }, now)

let days = 0
async function aSession() {
  const on = Temporal.PlainDate.from('2026-12-10').add({ days: days++ }).toString()
  const session = await town.aSession({ offer, on })
  return { session, starts: session.startsAt }
}

async function aPlace() {
  const found = await aSession()
  return { ...found, ...(await joins(town, found.session, aFamily('Familie Yıldız'))) }
}

const reminded = async () => {
  const { rows } = await admin.query(`select registration_id from messages where kind = 'reminder'`)
  return rows.map(row => row.registration_id)
}
