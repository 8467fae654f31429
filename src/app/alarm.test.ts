import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Mail } from '../platform/mail/mailer.ts'
import { alarmOperator } from './alarm.ts'

const database = await databaseForThisFile()
const town = await aTown(database)

test('a lead sees a red banner when a duty has stopped, and none while it runs', async () => {
  await lastBeat(townNow.subtract({ minutes: 2 }))
  expect(await alarmSeenBy(lead)).toBe('')
  await lastBeat(townNow.subtract({ minutes: 4 }))
  expect(await alarmSeenBy(lead)).toContain('expire-offers')
})

test('a course leader, who can do nothing about it, is left in peace', async () => {
  await lastBeat(townNow.subtract({ hours: 4 }))
  expect(await alarmSeenBy(courseLeader)).toBe('')
})

test('the operator gets a mail that names the duty', async () => {
  const sent: Mail[] = []
  const mailer = { send: async (mail: Mail) => void sent.push(mail), close: () => {} }
  await alarmOperator(mailer, 'it@example.org')([{ job: 'expire-offers', lastAt: townNow }])
  expect(sent).toMatchObject([{ to: 'it@example.org', subject: 'Eine Aufgabe läuft nicht mehr' }])
  expect(sent[0]?.text).toContain('expire-offers: zuletzt Montag, 23. November um 9:00 Uhr')
})

const leadMember = leadOf(town.westend)
const lead = webForTest(database, { as: leadMember })
const courseLeader = webForTest(database, {
  as: {
    ...leadMember,
    memberships: [{ role: 'course-leader', centreId: town.westend.id, providerId: town.westend.providerId }],
  },
})
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(async () => {
  await Promise.all([lead.close(), courseLeader.close(), admin.end()])
})

const lastBeat = (at: Temporal.Instant) =>
  admin.query(
    `insert into heartbeats values ('expire-offers', 60, $1) on conflict (job) do update set beat_at = excluded.beat_at`,
    [at.toString()],
  )

async function alarmSeenBy(web: typeof lead) {
  const page = load(await (await web.get('/de/staff/calls')).text())
  return page('main .kern-alert--danger').text()
}
