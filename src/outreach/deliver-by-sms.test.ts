import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { PostDelayed, PostRefused } from '../platform/post-failures.ts'
import type { Sms } from '../platform/sms/sms-gateway.ts'
import { deliver } from './deliver.ts'
import type { Post } from './post.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 1 })

test('a father with only a phone number moves up from the waiting list, and accepts, by SMS', async () => {
  const { mother, session } = await aFullSession()
  await joins(
    town,
    session,
    aFamily('Herr Novak', { contact: { kind: 'phone', phone: '+49 (0)171 3920012' } }),
  )
  await confirmNumbers()
  await deliverAll()
  expect(sent).toMatchObject([{ to: '+491713920012', text: expect.stringContaining('Warteliste: PEKiP') }])

  await web.post(`/de/my/${mother.keys.link}/cancel`, {})
  await deliverAll()
  const [, offered] = sent
  expect(offered?.text).toContain('Platz frei: PEKiP')
  const page = load(await (await web.get(pathIn(offered))).text())
  expect(page('main button[value=accept]')).toHaveLength(1)
  const answer = await web.post(`${pathIn(offered)}/answer`, { answer: 'accept' })
  expect(answer.status).toBe(303)

  await deliverAll()
  expect(sent.at(-1)?.text).toContain('Der Platz ist deiner: PEKiP')
  await web.post(`${pathIn(sent.at(-1))}/cancel`, {})
  await deliverAll()
  expect(sent.at(-1)?.text).toContain('Abgesagt: deine Anmeldung für PEKiP')
  expect(await messagesTo('Novak')).toEqual([])
})

test('what was sent is paid for in the month, by its parts', async () => {
  const [german, arabic] = [await somebodyRegisters(), await somebodyRegisters()]
  await admin.query(`update messages set language = 'ar' where id = $1`, [arabic])
  await deliver(system, post, german)
  expect(await row(german)).toMatchObject({ state: 'sent', channel: 'sms', address: '', facts: {} })
  expect(await month()).toEqual({ messages: 1, cents: 9 })
  await deliver(system, post, arabic)
  expect(await month()).toEqual({ messages: 2, cents: 9 + 3 * 9 })
})

test('when the money of the month is used up, somebody calls and reads why', async () => {
  await limit(9)
  const [first, second] = [await somebodyRegisters(), await somebodyRegisters()]
  await deliver(system, post, first)
  await deliver(system, post, second)
  expect(sent).toHaveLength(1)
  expect(await row(second)).toMatchObject({ state: 'by-hand', channel: 'phone', reason: 'limit' })
  expect(await month()).toEqual({ messages: 1, cents: 9 })
  expect(await (await lead.get('/de/staff/calls')).text()).toContain(
    'das Geld für SMS ist in diesem Monat verbraucht',
  )
})

test('two at a time do not both have the last cents', async () => {
  await limit(9)
  const ids = [await somebodyRegisters(), await somebodyRegisters(), await somebodyRegisters()]
  await Promise.all(ids.map(id => deliver(system, post, id)))
  expect(sent).toHaveLength(1)
})

test('control: who only looks before paying overspends', async () => {
  await limit(9)
  const careless = async () => {
    const { cents } = await month()
    await new Promise(resolve => setTimeout(resolve, 20))
    if (cents + 9 <= 9)
      await admin.query(
        `insert into sms_months values ($1, $2, '2026-11-01', 1, 9)
          on conflict (city_id, provider_id, month) do update set cents = sms_months.cents + 9`,
        [town.city.id, town.westend.providerId],
      )
  }
  await Promise.all([careless(), careless()])
  expect((await month()).cents).toBe(18)
})

test('what the gateway refused is not paid for, and somebody calls', async () => {
  const id = await somebodyRegisters()
  await deliver(system, failing(new PostRefused('400')), id)
  expect(await row(id)).toMatchObject({ state: 'failed', reason: 'refused', address: '0171 3920012' })
  expect(await month()).toEqual({ messages: 0, cents: 0 })
})

test('a gateway that is down is tried again, and in the end somebody calls', async () => {
  const id = await somebodyRegisters()
  await expect(deliver(system, failing(new PostDelayed('503')), id)).rejects.toThrow(PostDelayed)
  expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 1, reason: null })
  await expect(deliver(system, failing(new PostDelayed('503')), id, true)).rejects.toThrow(PostDelayed)
  expect(await row(id)).toMatchObject({ state: 'failed', reason: 'unreachable' })
  expect(await month()).toEqual({ messages: 0, cents: 0 })
})

test('a landline is called, and so is everybody where there is no gateway', async () => {
  const [home, mobile] = [await somebodyRegisters('0611 313131'), await somebodyRegisters()]
  await deliver(system, post, home)
  await deliver(system, { isDemo: false }, mobile)
  expect(sent).toEqual([])
  expect(await row(home)).toMatchObject({ state: 'by-hand', reason: 'landline' })
  expect(await row(mobile)).toMatchObject({ state: 'by-hand', reason: 'no-gateway' })
})

test('at night no telephone rings for news of next week', async () => {
  const id = await somebodyRegisters()
  await admin.query(`update messages set kind = 'session-takes-place' where id = $1`, [id])
  await deliver(at('2026-11-23T20:00:00Z'), post, id)
  expect(sent).toEqual([])
  expect(await row(id)).toMatchObject({ state: 'waiting', due_at: new Date('2026-11-24T07:00:00Z') })
  await deliver(at('2026-11-24T07:00:00Z'), post, id)
  expect(sent).toHaveLength(1)
})

test('a lead says when telephones ring for her centre, and the others keep the usual hours', async () => {
  const hours = (fields: Record<string, string>, of: { id: string } = town.westend) =>
    lead.post(`/de/staff/calls/hours/${of.id}`, fields)
  const early = at('2026-11-23T07:30:00Z')
  const callList = async () => (await lead.get('/de/staff/calls')).text()
  const news = async () => {
    const id = await somebodyRegisters()
    await admin.query(`update messages set kind = 'session-takes-place' where id = $1`, [id])
    return id
  }
  expect((await hours({ from: '09:30', until: '17:00' })).headers.get('location')).toContain('hours-set')
  const waits = await news()
  await deliver(early, post, waits)
  expect(await row(waits)).toMatchObject({ state: 'waiting', due_at: new Date('2026-11-23T08:30:00Z') })
  await admin.query(`update messages set state = 'by-hand', reason = 'limit' where id = $1`, [waits])
  expect(await callList()).toMatch(/Anrufen.*9:30–17:00/s)

  await hours({ do: 'usual' })
  const goes = await news()
  await deliver(at('2026-11-23T08:40:00Z'), post, goes)
  expect(sent).toHaveLength(1)
  expect(await callList()).toMatch(/Anrufen.*8:00–20:00/s)

  const refused = await hours({ from: '06:00', until: '23:00' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('value="06:00"')
  expect((await hours({ from: '09:00', until: '17:00' }, town.dotzheim)).status).toBe(404)
  expect((await admin.query('select * from phone_hours')).rows).toEqual([])
})

test('a number that is corrected while an SMS waits is the one that gets it, once it is proved', async () => {
  const id = await somebodyRegisters()
  await correctNumber(id, '0171 3920099')
  await deliver(system, post, id)
  expect(sent).toEqual([])
  await deliver(at('2026-11-23T09:00:00Z'), post, id)
  expect(await row(id)).toMatchObject({ state: 'by-hand', reason: 'unconfirmed', address: '0171 3920099' })
  await admin.query(`update messages set state = 'waiting', reason = null`)
  await confirmNumbers()
  await deliver(system, post, id)
  expect(sent).toMatchObject([{ to: '+491713920099' }])
})

test('the list of calls says the number of today, and names no family that is locked', async () => {
  const id = await somebodyRegisters('0611 313131')
  await deliver(system, post, id)
  await correctNumber(id, '0611 424242')
  const callList = async () => (await lead.get('/de/staff/calls')).text()
  expect(await callList()).toContain('tel:0611424242')
  expect(await callList()).not.toContain('313131')
  await admin.query(`update households h set is_safe = true, hours = '{"from":"09:00","until":"12:00"}'`)
  expect(await callList()).toContain('9:00–12:00')
  await admin.query('update households h set locked_at = now()')
  expect(await callList()).not.toContain('424242')
  expect((await lead.post(`/de/staff/calls/${id}`, {})).status).toBe(404)
})

test('an SMS to a number that is not proved does not ride on one of the same family that is', async () => {
  const [own, unproved] = [await somebodyRegisters(), await somebodyRegisters()]
  await admin.query(`update messages set kind = 'dates-changed', created_at = $1`, ['2026-11-23T07:00:00Z'])
  await admin.query('update households set page_id = $1', [town.westend.id])
  await admin.query(
    `update households h set phone_confirmed_at = null from messages m
      join registrations r on r.id = m.registration_id where m.id = $1 and h.id = r.household_id`,
    [unproved],
  )
  await deliver(system, post, own)
  expect(sent).toMatchObject([{ text: expect.not.stringContaining('Mehrere') }])
  expect(await row(unproved)).toMatchObject({ state: 'waiting' })
})

test('the demo shows the SMS in its mailbox, with a link that works', async () => {
  const id = await somebodyRegisters()
  await deliver(system, { isDemo: true }, id)
  const letter = load(await (await web.get(`/de/demo/mailbox/${id}`)).text())
  expect(letter('main').text()).toContain('Angemeldet: PEKiP')
  const { pathname } = new URL(letter('main a[href*="/my/"]').attr('href') ?? '')
  expect((await web.get(pathname)).status).toBe(200)
})

test('whoever answers for the provider reads what SMS cost, and sets what they may', async () => {
  await deliver(system, post, await somebodyRegisters())
  const page = load(await (await manager.get('/de/staff/sms')).text())
  expect(page('td').text()).toMatch(/0,09\s€/)
  const provider = page('input[name=provider]').val() as string
  expect((await manager.post('/de/staff/sms', { provider, limit: 'viel' })).status).toBe(422)
  expect((await manager.post('/de/staff/sms', { provider, limit: '0,20' })).status).toBe(303)
  expect(await (await manager.get('/de/staff/sms')).text()).toContain('das Geld verbraucht')
  const arabic = load(await (await manager.get('/ar/staff/sms')).text())
  expect(arabic('html').attr('dir')).toBe('rtl')
  expect(
    (await manager.post('/de/staff/sms', { provider: town.dotzheim.providerId, limit: '5' })).status,
  ).toBe(404)
})

let sent: Sms[] = []
const post: Post = {
  isDemo: false,
  sms: { gateway: { send: async sms => void sent.push(sms) }, centsEach: 9 },
}
const failing = (error: Error): Post => ({
  isDemo: false,
  sms: { gateway: { send: () => Promise.reject(error) }, centsEach: 9 },
})

const system = town.contextOf({ kind: 'system' })
const at = (moment: string) => town.contextOf({ kind: 'system' }, Temporal.Instant.from(moment))
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const manager = webForTest(database, {
  as: {
    ...leadOf(town.westend),
    memberships: [{ role: 'provider-manager', providerId: town.westend.providerId, centreId: null }],
  },
})
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(async () => {
  await Promise.all([web, lead, manager].map(each => each.close()))
  await admin.end()
})
beforeEach(async () => {
  sent = []
  await admin.query('truncate messages, sms_months, sms_limits')
  await admin.query(
    `update households set page_id = uuidv7(), is_safe = false, hours = null, locked_at = null`,
  )
})

let days = 0
const nextDay = () => Temporal.PlainDate.from('2026-12-01').add({ days: days++ }).toString()

async function aFullSession() {
  const session = await town.aSession({ offer, on: nextDay() })
  return { session, mother: await joins(town, session, aFamily('Familie Yıldız')) }
}

async function somebodyRegisters(phone = '0171 3920012') {
  const session = await town.aSession({ offer, on: nextDay() })
  const { registrationId } = await joins(
    town,
    session,
    aFamily('Herr Novak', { contact: { kind: 'phone', phone } }),
  )
  await confirmNumbers()
  const { rows } = await admin.query('select id from messages where registration_id = $1', [registrationId])
  return rows[0].id as string
}

const correctNumber = (messageId: string, phone: string) =>
  admin.query(
    `update households h set phone = $2 from messages m join registrations r on r.id = m.registration_id
      where m.id = $1 and h.id = r.household_id`,
    [messageId, phone],
  )

const confirmNumbers = () =>
  admin.query('update households set phone_confirmed_at = now() where phone is not null')

async function deliverAll() {
  const { rows } = await admin.query(`select id from messages where state = 'waiting' and channel = 'phone'`)
  for (const { id } of rows) await deliver(system, post, id)
}

const pathIn = (sms: Sms | undefined) => new URL(sms?.text.match(/https:\S+/)?.[0] ?? '').pathname
const messagesTo = async (called: string) =>
  (await admin.query(`select id from messages where facts ->> 'called' ~ $1`, [called])).rows
const row = async (id: string) => (await admin.query('select * from messages where id = $1', [id])).rows[0]
const limit = (cents: number) =>
  admin.query('insert into sms_limits values ($1, $2, $3)', [town.city.id, town.westend.providerId, cents])
const month = async () => {
  const { rows } = await admin.query('select messages, cents from sms_months')
  return rows[0] ?? { messages: 0, cents: 0 }
}
