import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { outreachJobs } from '../../outreach/index.ts'
import { newSecret } from '../../platform/web/keys.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { registers, page, send } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
const number = '0171 3920012'

test('whoever registers by number is written to once the code from the SMS is typed', async () => {
  const link = await registersByNumber()
  const asked = await page(`/de/my/${link}`)
  expect(asked.$('#number-code').attr('autocomplete')).toBe('one-time-code')
  expect(asked.$('main').text()).toContain('…012')

  await deliverAll()
  const [code, ...more] = sent.splice(0)
  expect(more).toEqual([])
  expect(code).toMatchObject({ to: '+491713920012', text: expect.stringMatching(/^Dein Code: \d{6}\./) })
  expect(code?.text).not.toContain('Krabbelgruppe')

  expect((await send(`/de/my/${link}/number`, { code: otherThan(code) })).status).toBe(422)
  const spaced = digitsIn(code).replace(/^(...)/, '$1 ')
  const typed = await web.post(`/de/my/${link}/number`, { code: spaced })
  expect(typed.headers.get('location')).toBe(`/de/my/${link}?news=number-confirmed`)
  expect((await page(`/de/my/${link}?news=number-confirmed`)).$('#number-code')).toHaveLength(0)

  await deliverAll()
  expect(sent).toMatchObject([{ text: expect.stringContaining('Angemeldet: Krabbelgruppe') }])
})

test('one code is for all dates that were chosen in one form', async () => {
  const offer = await aGroupOffer()
  const [first, second] = [
    await town.aSession({ offer, on: '2026-12-07' }),
    await town.aSession({ offer, on: '2026-12-14' }),
  ]
  const link = await registersByNumber({ 'dates[]': second.intakeId ?? '' }, first)
  await deliverAll()
  expect(sent).toHaveLength(1)
  await web.post(`/de/my/${link}/number`, { code: digitsIn(sent.splice(0)[0]) })
  await deliverAll()
  expect(sent).toHaveLength(2)
})

test('a form that is sent again leads to the same digits, and to some where none came', async () => {
  const { intakeId } = await town.aSession({ offer: await aGroupOffer(), on: '2026-12-07' })
  const form = {
    ...sentAgain,
    phone: number,
    renderingKey: newSecret(),
    'childMonth[]': '3',
    'childYear[]': '2024',
  }
  const joins = () => web.post(`/de/join/${intakeId}`, form)
  const places = (await Promise.all([joins(), joins()])).map(({ headers }) => headers.get('location') ?? '')
  expect(new Set(places).size).toBe(1)
  await deliverAll()
  expect(sent.splice(0)).toHaveLength(1)
  expect((await page(places[0] ?? '')).$('#number-code')).toHaveLength(1)

  // It never arrived, such as because the first press was broken off.
  await admin.query('update households set phone_code = null, phone_code_until = null')
  const { headers } = await joins()
  expect((await page(headers.get('location') ?? '')).$('#number-code')).toHaveLength(1)
  await deliverAll()
  expect(sent).toMatchObject([{ text: expect.stringContaining('Dein Code') }])
})

test('a code asked for in the evening comes then, whenever the family is reached besides', async () => {
  const evening = townNow.toZonedDateTimeISO('Europe/Berlin').with({ hour: 21, minute: 30 }).toInstant()
  web.moveTimeTo(evening)
  const link = await registersByNumber()
  await admin.query(`update households set hours = '{"from":"09:00","until":"12:00"}'`)
  await deliverAll(evening)
  const [code] = sent.splice(0)
  expect(code?.text).toContain('Dein Code')
  await web.post(`/de/my/${link}/number`, { code: digitsIn(code) })
  await deliverAll(evening)
  expect([sent, await waiting()]).toMatchObject([[], [{ state: 'waiting' }]])
  web.moveTimeTo(townNow)
})

test('when nobody types it, somebody calls after half an hour; typed later, it goes by SMS again', async () => {
  const link = await registersByNumber()
  await deliverAll()
  await deliverAll(townNow.add({ minutes: 29 }))
  expect(await waiting()).toMatchObject([{ state: 'waiting', reason: null }])
  await deliverAll(townNow.add({ minutes: 30 }))
  expect(await waiting()).toMatchObject([{ state: 'by-hand', reason: 'unconfirmed' }])

  await web.post(`/de/my/${link}/number`, { code: digitsIn(sent[0]) })
  await deliverAll(townNow.add({ minutes: 31 }))
  expect(sent.at(-1)?.text).toContain('Angemeldet')
})

test('another number has to be confirmed anew', async () => {
  const link = await registersByNumber()
  await deliverAll()
  await web.post(`/de/my/${link}/number`, { code: digitsIn(sent.splice(0)[0]) })
  await web.post(`/de/my/${link}/change`, { ...sentAgain, phone: '0171 3920099' })
  await admin.query(`delete from messages where kind <> 'letter'`)
  await deliverAll()
  expect(sent).toMatchObject([{ to: '+491713920099', text: expect.stringContaining('Dein Code') }])
  expect((await page(`/de/my/${link}`)).$('#number-code')).toHaveLength(1)
})

test('the code cannot be found by trying', async () => {
  const link = await registersByNumber()
  await deliverAll()
  const code = digitsIn(sent[0])
  for (let tries = 0; tries < 5; tries++) await send(`/de/my/${link}/number`, { code: otherThan(sent[0]) })
  expect((await send(`/de/my/${link}/number`, { code })).status).toBe(429)
  await admin.query('truncate identity.rate_limits')
  expect((await send(`/de/my/${link}/number`, { code })).status).toBe(422)
  const gone = await page(`/de/my/${link}`)
  expect(gone.$('#number-code')).toHaveLength(0)
  expect(gone.$('main').text()).toContain('Gerade gilt kein Code für')
})

test('whoever tries at the number of somebody else ends only a code of her own', async () => {
  const [hers, his] = [await registersByNumber(), await registersByNumber({ phone: '+49 171 392 0012' })]
  await deliverAll()
  const [first, second] = sent
  for (let tries = 0; tries < 6; tries++) await send(`/de/my/${his}/number`, { code: otherThan(second) })
  expect((await send(`/de/my/${his}/number`, { code: digitsIn(second) })).status).toBe(429)
  expect((await send(`/de/my/${hers}/number`, { code: digitsIn(first) })).status).toBe(303)
})

test('all that was registered by one form has the same few tries', async () => {
  const offer = await aGroupOffer()
  const other = await town.aSession({ offer, on: '2026-12-14' })
  const first = await town.aSession({ offer, on: '2026-12-07' })
  const link = await registersByNumber({ 'dates[]': other.intakeId ?? '' }, first)
  await deliverAll()
  const { rows } = await admin.query('select id from registrations where intake_id = $1', [other.intakeId])
  const opened = await web.post(`/de/my/${link}/family/open`, { registration: rows[0].id })
  const beside = opened.headers.get('location')
  for (const at of [beside, beside, beside, `/de/my/${link}`, `/de/my/${link}`])
    expect((await send(`${at}/number`, { code: otherThan(sent[0]) })).status).toBe(422)
  expect((await send(`${beside}/number`, { code: digitsIn(sent[0]) })).status).toBe(429)
})

test('codes use up no more than their own part of a day and of a month, and proved numbers are told on', async () => {
  await admin.query('insert into sms_limits values ($1, $2, 90)', [town.city.id, town.westend.providerId])
  const link = await registersByNumber()
  await registersByNumber({ phone: '0171 3920013' })
  await deliverAll()
  expect(sent).toHaveLength(1)
  await web.post(`/de/my/${link}/number`, { code: digitsIn(sent.splice(0)[0]) })
  await deliverAll()
  expect(sent).toMatchObject([{ to: '+491713920012', text: expect.stringContaining('Angemeldet') }])

  sent.length = 0
  for (const day of [1, 2, 3]) {
    const now = townNow.add({ hours: 24 * day })
    web.moveTimeTo(now)
    await registersByNumber({ phone: `0171 392002${day}` })
    await deliverAll(now)
  }
  web.moveTimeTo(townNow)
  expect(sent).toHaveLength(2)
})

test('the code holds for half an hour', async () => {
  const link = await registersByNumber()
  await deliverAll()
  const code = digitsIn(sent[0])
  const typedAfter = (minutes: number) => {
    web.moveTimeTo(townNow.add({ minutes }))
    return send(`/de/my/${link}/number`, { code })
  }
  expect((await typedAfter(30)).status).toBe(422)
  expect((await typedAfter(29)).status).toBe(303)
  web.moveTimeTo(townNow)
})

test('where no SMS may go any more, nobody is told that one comes', async () => {
  for (let times = 0; times < 4; times++) await registersByNumber()
  const link = await registersByNumber()
  const mine = await page(`/de/my/${link}?news=registered`)
  expect(mine.$('main').text()).not.toContain('Du bekommst eine SMS')
  expect(mine.$('main').text()).toContain('Sonst rufen wir dich an')
  const asked = await send(`/de/my/${link}/number`, { do: 'send' })
  expect([asked.status, asked.$('[role=alert], [role=status]').text()]).toEqual([
    429,
    expect.stringContaining('Wir rufen dich an'),
  ])
})

test('nobody gets more than four codes in an hour, however the number is written', async () => {
  const link = await registersByNumber({ phone: '+49 (0)171 392-0012' })
  for (let times = 0; times < 3; times++)
    expect((await send(`/de/my/${link}/number`, { do: 'send' })).status).toBe(303)
  expect((await send(`/de/my/${link}/number`, { do: 'send' })).status).toBe(429)
  await registersByNumber({ phone: '01713920012' })
  await deliverAll()
  expect(sent).toHaveLength(4)
})

test('nobody wakes number after number by changing her own', async () => {
  const link = await registersByNumber()
  for (let times = 0; times < 8; times++)
    await web.post(`/de/my/${link}/change`, { ...sentAgain, phone: `0171 39201${times}0` })
  await deliverAll()
  expect(sent).toHaveLength(5)
})

test.each([
  ['a landline', web, { phone: '0611 313131' }],
  ['an e-mail', web, { phone: '', email: 'amina@familie.example' }],
  ['where no SMS can be sent', webForTest(database, { sendsSms: false }), {}],
])('%s is asked for no code', async (_, own, contact) => {
  const link = await registersByNumber(contact, undefined, own)
  expect((await familiesAt(own).page(`/de/my/${link}`)).$('#number-code')).toHaveLength(0)
  if (own !== web) await own.close()
})

type Sent = { to: string; text: string }
const sent: Sent[] = []
const post = {
  isDemo: false,
  sms: { gateway: { send: async (sms: Sent) => void sent.push(sms) }, centsEach: 9 },
}
const [deliverJob] = outreachJobs(post)

afterEach(async () => {
  sent.length = 0
  await admin.query('truncate messages, sms_months, sms_limits, identity.rate_limits')
})
afterAll(() => Promise.all([web.close(), admin.end()]))

const sentAgain = {
  ...{ called: 'Amina', adults: '1' },
  ...{ 'childName[]': 'Mila', 'childMonth[]': '', 'childYear[]': '' },
}

const aGroupOffer = () =>
  town.anOffer({ title: 'Krabbelgruppe', registration: 'session', counts: 'child', places: 9 })

async function registersByNumber(
  fields: Record<string, string> = {},
  session?: { intakeId?: string },
  own: typeof web = web,
) {
  const at = session ?? (await town.aSession({ offer: await aGroupOffer(), on: '2026-12-07' }))
  const by = own === web ? registers : familiesAt(own).registers
  return (await by(at, { email: '', phone: number, ...fields })).link
}

/** Works off what may go at a moment, as the job does. */
async function deliverAll(now = townNow) {
  const { rows } = await admin.query(
    `select id from messages where state = 'waiting' and due_at <= $1 order by created_at, id`,
    [now.toString()],
  )
  const system = town.contextOf({ kind: 'system' }, now)
  for (const { id } of rows)
    await deliverJob?.run(system, { data: { messageId: id }, attempt: 1, isLastAttempt: false })
}

const waiting = async () =>
  (await admin.query(`select state, reason from messages where kind <> 'letter'`)).rows
const digitsIn = (sms: Sent | undefined) => sms?.text.match(/\d{6}/)?.[0] ?? ''
const otherThan = (sms: Sent | undefined) => (digitsIn(sms) === '000000' ? '111111' : '000000')
