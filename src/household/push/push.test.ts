import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { outreachJobs } from '../../outreach/index.ts'
import { PostDelayed } from '../../platform/post-failures.ts'
import type { Notice } from '../../platform/push/push-sender.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const { registers, page } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()

test('a family reads whose servers carry it, and says yes for all that stands on its page', async () => {
  const { link } = await registers(await aGroup())
  const before = await page(`/de/my/${link}/family`)
  expect(before.$('push-choice').attr('hidden')).toBeDefined()
  expect(before.$('push-choice').text()).toContain('Google, Apple, Mozilla oder Microsoft')
  expect(before.$('script[src*=push-choice]')).toHaveLength(1)

  const said = await web.post(`/de/my/${link}/family/push`, aPhone)
  expect(said.headers.get('location')).toBe(`/de/my/${link}/family?news=push-on`)
  const after = await page(`/ar/my/${link}/family?news=push-on`)
  expect(after.$('push-choice').attr('data-known')).toMatch(/^[0-9a-f]{64}$/)
  expect(after.html).not.toContain('fcm.googleapis.com')
  await web.post(`/de/my/${link}/family/push`, { ...aPhone, do: 'stop' })
  expect(await phones()).toBe(0)
})

test.each([
  ['an address that is no maker of browsers', { endpoint: 'https://evil.example/knock/knock' }],
  ['an address inside', { endpoint: 'https://127.0.0.1/knock/knock/knock' }],
  ['no key', { p256dh: 'short' }],
  ['a key with other signs', { auth: '<script>alert(1)</script>' }],
])('%s is not kept', async (_, wrong) => {
  const { link } = await registers(await aGroup())
  expect((await web.post(`/de/my/${link}/family/push`, { ...aPhone, ...wrong })).status).toBe(303)
  expect(await phones()).toBe(0)
})

test('the page says how many phones hear, and whoever finds one too many stops them all', async () => {
  const link = await withPhone()
  await web.post(`/de/my/${link}/family/push`, { ...aPhone, endpoint: `${aPhone.endpoint}-of-somebody-else` })
  const counted = async (language: string) =>
    (await page(`/${language}/my/${link}/family`)).$('#phones').text()
  expect(await counted('de')).toContain('2 Handys zeigen eure Neuigkeiten')
  expect(await counted('ar')).toContain('هاتفان')
  const { headers } = await web.post(`/de/my/${link}/family/push`, { do: 'stop-all' })
  expect(await phones()).toBe(0)
  const after = await page(headers.get('location') ?? '')
  expect(after.html).toContain('Kein Handy zeigt mehr Mitteilungen.')
  expect(after.$('#phones')).toHaveLength(0)
})

test('of what the family does itself no phone rings', async () => {
  const link = await withPhone()
  const { headers } = await web.post(`/de/my/${link}/cancel`, {})
  expect(headers.get('location')).toContain('news=')
  expect(await channels()).toEqual(['email', 'email'])
})

test('news go to the phone besides the letter', async () => {
  await withPhone()
  expect(await channels()).toEqual(['email'])
  await cancelsTheDate()
  await deliverAll()
  expect(shown).toMatchObject([
    { title: 'Fällt aus: Krabbelgruppe', body: 'KiEZ Westend', address: expect.stringContaining('/de/my/') },
  ])
  expect(JSON.stringify(shown)).not.toMatch(/Mila|Amina/)
  expect(await channels()).toEqual(['email', 'email', 'push'])
})

test('control: who said nothing hears nothing', async () => {
  await registers(await aGroup())
  await cancelsTheDate()
  await deliverAll()
  expect(shown).toEqual([])
})

test('where somebody else may read along, it only says that there is news', async () => {
  await withPhone({ neutral: 'yes' })
  await cancelsTheDate()
  await deliverAll()
  expect(shown).toMatchObject([{ title: 'Es gibt Neuigkeiten für dich', body: '' }])
})

test('at night no phone lights up', async () => {
  await withPhone()
  await cancelsTheDate()
  await deliverAll(Temporal.Instant.from('2026-11-23T21:00:00Z'))
  expect(shown).toEqual([])
  await deliverAll(Temporal.Instant.from('2026-11-24T07:00:00Z'))
  expect(shown).toHaveLength(1)
})

test('whoever else said yes on the page hears nothing more once the family wants to be reached safely', async () => {
  const link = await withPhone()
  await web.post(`/de/my/${link}/family/safe`, { neutral: 'yes' })
  expect(await phones()).toBe(0)
})

test('one phone whose server does not answer holds no other back', async () => {
  const link = await withPhone()
  await web.post(`/de/my/${link}/family/push`, { ...aPhone, endpoint: brokenPhone })
  expect(await phones()).toBe(2)
  await cancelsTheDate()
  await deliverAll()
  expect(shown).toHaveLength(1)
  const states = await admin.query(`select state from messages where channel = 'push'`)
  expect(states.rows).toEqual([{ state: 'sent' }])
})

test('a ninth phone is told that there are eight, and one of the eight may renew its keys', async () => {
  const { link } = await registers(await aGroup())
  const says = async (number: number) => {
    const endpoint = `${aPhone.endpoint}-${number}`
    const answer = await web.post(`/de/my/${link}/family/push`, { ...aPhone, endpoint })
    return answer.headers.get('location')?.includes('push-on')
  }
  for (let number = 1; number <= 8; number++) expect(await says(number)).toBe(true)
  expect([await says(9), await says(3)]).toEqual([false, true])
  const { headers } = await web.post(`/de/my/${link}/family/push`, {
    ...aPhone,
    endpoint: `${aPhone.endpoint}-9`,
  })
  const told = await familiesAt(web).page(headers.get('location') ?? '')
  expect(told.$('main [role=status]').text()).toContain('Schon acht Handys')
  expect(await phones()).toBe(8)
})

test('a phone that does not want it any more is forgotten', async () => {
  await withPhone()
  answer = 'gone'
  await cancelsTheDate()
  await deliverAll()
  expect(await phones()).toBe(0)
  const states = await admin.query(`select state from messages where channel = 'push'`)
  expect(states.rows).toEqual([{ state: 'sent' }])
})

test('"never again" forgets the phones, and a locked family hears nothing', async () => {
  const link = await withPhone()
  await web.post(`/de/my/${link}/family/safe`, { do: 'never' })
  expect(await phones()).toBe(0)

  await withPhone()
  const { rows } = await admin.query(
    'select r.id from registrations r join push_subscriptions s on s.household_id = r.household_id',
  )
  await lead.post(`/de/staff/registrations/${rows[0].id}/lock`, {})
  await cancelsTheDate()
  await deliverAll()
  expect(shown).toEqual([])
})

test('where nothing can be sent, nothing is offered', async () => {
  const without = webForTest(database, { sendsPush: false })
  const { link } = await registers(await aGroup())
  expect((await familiesAt(without).page(`/de/my/${link}/family`)).$('push-choice')).toHaveLength(0)
  await without.close()
})

const aPhone = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/one-phone',
  ...{ p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
}

const brokenPhone = 'https://fcm.googleapis.com/fcm/send/a-broken-phone'

let shown: Notice[] = []
let answer: 'sent' | 'gone' = 'sent'
const [deliverJob] = outreachJobs({
  isDemo: true,
  push: {
    send: async ({ endpoint }, notice) => {
      if (endpoint === brokenPhone) throw new PostDelayed('403')
      shown.push(notice)
      return answer
    },
  },
})

let sessionId = ''
beforeEach(async () => {
  shown = []
  answer = 'sent'
  await admin.query('truncate messages, push_subscriptions, identity.rate_limits')
})
afterAll(() => Promise.all([web.close(), lead.close(), admin.end()]))

async function aGroup() {
  const offer = await town.anOffer({
    title: 'Krabbelgruppe',
    registration: 'session',
    counts: 'child',
    places: 9,
  })
  const session = await town.aSession({ offer, on: '2026-12-07' })
  sessionId = session.id
  return session
}

async function withPhone(fields: Record<string, string> = {}) {
  const { link } = await registers(await aGroup(), fields)
  await web.post(`/de/my/${link}/family/push`, aPhone)
  expect(await phones()).toBe(1)
  return link
}

const cancelsTheDate = () =>
  lead.post(`/de/staff/sessions/${sessionId}/cancel`, { reason: 'illness', note: '', sure: 'yes' })

const phones = async () =>
  (await admin.query('select count(*)::int as amount from push_subscriptions')).rows[0].amount as number

const channels = async () =>
  (await admin.query('select channel from messages order by channel')).rows.map(({ channel }) => channel)

/** Works off what waits, as if it were this moment; news of a date days away wait half an hour. */
async function deliverAll(now = townNow.add({ minutes: 31 })) {
  const { rows } = await admin.query(
    `select id from messages where state = 'waiting' order by created_at, id`,
  )
  const system = town.contextOf({ kind: 'system' }, now)
  for (const { id } of rows)
    await deliverJob?.run(system, { data: { messageId: id }, attempt: 1, isLastAttempt: false })
}
