import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aConsultation, atTen } from '../../tests/support/consultations.ts'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { slug } = town.westend
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))
beforeEach(async () => {
  await admin.query('truncate consultation_hours, consultation_tallies, messages cascade')
  await admin.query('truncate identity.rate_limits')
  for (const web of [family, lead]) web.moveTimeTo(townNow)
})

describe('a family', () => {
  test('finds the way at the centre while a time is free, and no longer', async () => {
    const offer = await town.anOffer({ kind: 'counselling' })
    const shows = async (path: string) => (await (await family.get(path)).text()).includes(times)
    const pages = [`/de/centres/${slug}`, `/de/offers/${offer.slug}`, '/de/offers?kind=counselling']
    for (const page of pages) expect(await shows(page)).toBe(false)
    await aConsultation(town)
    for (const page of pages) expect(await shows(page)).toBe(true)
    await books()
    for (const page of pages) expect(await shows(page)).toBe(false)
  })

  test('books in Arabic without a name, and reads its code word in its language and in German', async () => {
    await aConsultation(town)
    const address = await books({ codeWord: 'blue moon', language: 'ar' }, 'ar')
    const page = load(await (await family.get(address)).text())
    expect(page('h1').text()).toBe('موعدكم محجوز')
    expect(page('.big-code').text()).toBe('قمر أزرق')
    expect(page('main [lang=de]').text()).toContain('blauer Mond')
    expect(page('.leave').length).toBe(1)
    expect(page('details form[action$="/cancel"]').length).toBe(1)
    expect((await family.get(times)).headers.get('cache-control')).toBe('no-store')
  })

  test('gives its time back by link, and it is free for the next at once', async () => {
    await aConsultation(town)
    const address = await books()
    expect(await freeTimes()).toHaveLength(0)
    const back = await family.post(`${address}/cancel`, {})
    expect(back.headers.get('location')).toBe(`${times}?news=given-back`)
    expect(await freeTimes()).toHaveLength(1)
    expect((await family.get(address)).status).toBe(404)
    expect((await bookings()).length).toBe(0)
    await books()
  })

  test('gives its time back by code; a code opens nothing where trying is not counted', async () => {
    await aConsultation(town)
    const page = load(await (await family.get(await books())).text())
    const code = page('b[dir=ltr]').text()
    expect(code).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    expect((await family.get(`/de/counselling/${code}`)).status).toBe(404)
    const found = load(await (await family.post('/de/counselling/code', { code: code.toLowerCase() })).text())
    expect(found('form[action="/de/counselling/code/cancel"]').length).toBe(1)
    await family.post('/de/counselling/code/cancel', { code })
    expect(await freeTimes()).toHaveLength(1)
  })

  test('cannot give back what has begun: whether it came is counted', async () => {
    await aConsultation(town)
    const address = await books()
    family.moveTimeTo(atTen)
    await family.post(`${address}/cancel`, {})
    expect((await bookings()).length).toBe(1)
  })

  test('chooses its counsellor among those who are free', async () => {
    await aConsultation(town, { counsellor: 'Familienberatung' })
    await aConsultation(town, { counsellor: 'Elternberatung', languages: ['de', 'tr'] })
    const address = await books({ counsellor: 'Elternberatung', language: 'tr' })
    expect(await (await family.get(address)).text()).toContain('Elternberatung')
    const noTurkish = await family.post(`${times}/book`, { ...(await aForm()), language: 'tr' })
    expect(noTurkish.status).toBe(409)
  })

  test('reads in which languages somebody listens: once where all times are alike, else at each', async () => {
    await aConsultation(town, { until: '11:00' })
    const alike = load(await (await family.get(times)).text())
    expect(alike('main').text()).toContain('Deutsch und Arabisch')
    expect(alike(timeLinks).text()).toBe('10:0010:30')

    await aConsultation(town, { from: '14:00', until: '14:30', languages: ['de', 'tr'] })
    const different = load(await (await family.get(times)).text())
    const said = different(timeLinks).map((_, link) => different(link).text())
    expect(said.get()).toEqual([
      '10:00 · Deutsch und Arabisch',
      '10:30 · Deutsch und Arabisch',
      '14:00 · Deutsch und Türkisch',
    ])
    expect(different('main').text().split('Arabisch')).toHaveLength(3)
    const booking = load(await (await family.get(different(timeLinks).last().attr('href') ?? '')).text())
    expect(booking('dl').text()).toContain('Deutsch und Türkisch')
  })

  test('whose time was taken meanwhile sees the others', async () => {
    await aConsultation(town, { until: '11:00' })
    const form = await aForm()
    await books()
    const late = await family.post(`${times}/book`, { ...form, renderingKey: 'another-form-of-mine' })
    expect(late.status).toBe(409)
    const page = load(await late.text())
    expect(page('main').text()).toContain('nicht mehr frei')
    expect(page(timeLinks).length).toBe(1)
  })

  test('books what it sees: nobody takes the times of a whole year', async () => {
    await aConsultation(town)
    const form = await aForm()
    await aConsultation(town, { first: Temporal.PlainDate.from('2026-12-15') })
    const farAhead = await family.post(`${times}/book`, { ...form, at: '2026-12-15T09:00:00Z' })
    expect(farAhead.status).toBe(409)
    expect(await bookings()).toEqual([])
  })

  test('hears what is missing; a name is no code word', async () => {
    await aConsultation(town)
    const form = { ...(await aForm()), codeWord: 'Amina Haddad', contact: 'abc' }
    const answer = await family.post(`${times}/book`, form)
    expect(answer.status).toBe(422)
    const page = load(await answer.text())
    const links = page('[role=alert] a').toArray()
    expect(links.map(link => page(link).attr('href'))).toEqual(['#codeWord', '#contact'])
    expect(page('input[name=contact]').val()).toBe('abc')
  })

  test('may not take one time after the other', async () => {
    await aConsultation(town, { until: '18:00' })
    const form = await aForm()
    const answers: number[] = []
    for (let turn = 0; turn < 12; turn++) {
      const renderingKey = `${String(turn).padStart(4, '0')}-abcdefghijklmn`
      const at = atTen.add({ minutes: 30 * turn }).toString()
      answers.push((await family.post(`${times}/book`, { ...form, at, renderingKey })).status)
    }
    expect(answers.filter(status => status === 303)).toHaveLength(10)
    expect(answers.at(-1)).toBe(429)
  })
})

describe('the lead', () => {
  test('offers hours every week, and is told where a counsellor listens to two at once', async () => {
    const sent = await lead.post('/de/staff/counselling/hours', hours({ last: '2026-12-08' }))
    expect(sent.headers.get('location')).toBe('/de/staff/counselling/hours?news=offered')
    const { rows } = await admin.query('select starts_at from consultation_slots order by 1')
    expect(rows).toHaveLength(6)
    const again = await lead.post('/de/staff/counselling/hours', hours({ starts: '10:30', ends: '11:30' }))
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('hört diese Beratung schon jemandem zu')
    const after = await lead.post('/de/staff/counselling/hours', hours({ starts: '11:00', ends: '11:30' }))
    expect(after.status).toBe(303)
  })

  test('reads the code word at its time in both languages, and marks who came once it has begun', async () => {
    await aConsultation(town)
    await books({ codeWord: 'quiet hedgehog', language: 'ar', contact: '0611 998877' }, 'ar')
    const week = async () => load(await (await lead.get('/de/staff/counselling')).text())
    const row = (await week())('main .kern-card').text()
    for (const words of ['10:00', 'leiser Igel', 'قنفذ هادئ', 'Arabisch', '0611 998877'])
      expect(row).toContain(words)
    const [{ id }] = await bookings()
    const waits = async () =>
      (await (await lead.get('/de/staff')).text()).includes('noch nicht eingetragen, ob jemand kam')
    const mark = () => lead.post(`/de/staff/counselling/bookings/${id}`, { came: 'yes', day: '2026-11-23' })
    expect((await mark()).headers.get('location')).toContain('too-early')
    expect(await waits()).toBe(false)
    lead.moveTimeTo(atTen.add({ hours: 24 }))
    expect(await waits()).toBe(true)
    expect(await (await lead.get('/de/staff/counselling?lately=yes')).text()).toContain('leiser Igel')
    await mark()
    expect(await waits()).toBe(false)
    lead.moveTimeTo(atTen)
    expect((await bookings()).map(({ came }) => came)).toEqual([true])
    expect((await week())('main input[type=text], main textarea').length).toBe(0)
  })

  test('takes an hour back: an e-mail goes out that does not say what it was about', async () => {
    await aConsultation(town)
    const address = await books({ contact: 'a@example.org' })
    const { rows } = await admin.query('select id from consultation_hours')
    await lead.post(`/de/staff/counselling/hours/${rows[0].id}/withdraw`, {})
    expect(await (await family.get(address)).text()).toContain('fällt aus')
    expect(await freeTimes()).toHaveLength(0)
    const letters = await admin.query('select address, facts::text as words from messages')
    expect(letters.rows.map(letter => letter.address)).toEqual(['a@example.org'])
    expect(letters.rows[0].words).not.toMatch(/Familienberatung|Beratung|Erziehung|Mond/)
  })

  test('next door sees and changes nothing', async () => {
    await aConsultation(town)
    await books({ codeWord: 'brave lion' })
    const [{ id }] = await bookings()
    expect(await (await nextDoor.get('/de/staff/counselling')).text()).not.toContain('mutiger Löwe')
    const marked = await nextDoor.post(`/de/staff/counselling/bookings/${id}`, {
      came: 'yes',
      day: '2026-11-23',
    })
    expect(marked.status).toBe(404)
    const { rows } = await admin.query('select id from consultation_hours')
    expect((await nextDoor.post(`/de/staff/counselling/hours/${rows[0].id}/withdraw`, {})).status).toBe(404)
  })
})

test('the desk of the public side takes bookings in and reads none; its policy is what refuses', async () => {
  await aConsultation(town)
  await books()
  const { id: centreId, providerId } = town.westend
  const desk = town.contextOf({ kind: 'desk', centreId, providerId })
  const read = () => inTransaction(desk, tx => sql`select 1 from consultation_bookings`.execute(tx))
  const withdraw = () =>
    inTransaction(desk, tx => sql`update consultation_slots set withdrawn_at = now()`.execute(tx))
  expect((await read()).rows).toEqual([])
  await expect(withdraw()).rejects.toThrow('row-level security')
  for (const table of ['consultation_bookings', 'consultation_slots'])
    await admin.query(`alter table ${table} disable row level security`)
  expect((await read()).rows).toHaveLength(1)
  await withdraw()
  for (const table of ['consultation_bookings', 'consultation_slots'])
    await admin.query(`alter table ${table} enable row level security`)
})

test('eight days after the consultation nothing of the booking is left in any column but a number', async () => {
  await aConsultation(town)
  await books({ codeWord: 'golden falcon', contact: '0611 777666' })
  await admin.query('update consultation_bookings set came = true')
  const after = async (days: number) => {
    const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
  }
  await after(8)
  expect(await residue()).toMatch('777666')
  expect(await residue()).toMatch('golden falcon')
  await after(9)
  expect(await residue()).not.toMatch(/777666|falcon/)
  const { rows } = await admin.query('select topic, language, outcome, amount from consultation_tallies')
  expect(rows).toEqual([{ topic: 'upbringing', language: 'de', outcome: 'came', amount: 1 }])
})

const times = `/de/centres/${slug}/counselling`
const timeLinks = 'main .kern-card a'

const aForm = async (language = 'de') => {
  const list = load(await (await family.get(times.replace('de', language))).text())
  const page = load(await (await family.get(list(timeLinks).attr('href') ?? '')).text())
  const field = (name: string) => String(page(`input[name=${name}]`).val())
  const [at, topic, renderingKey] = [field('at'), field('topic'), field('renderingKey')]
  return { at, topic, renderingKey, codeWord: 'blue moon', language: 'de', contact: '' }
}

/** Books the first free time, and returns the address of the own booking. */
const books = async (fields: Record<string, string> = {}, language = 'de') => {
  const form = { ...(await aForm(language)), ...fields }
  const sent = await family.post(`${times.replace('de', language)}/book`, form)
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const freeTimes = async () => load(await (await family.get(times)).text())(timeLinks).toArray()

const bookings = async () => (await admin.query('select id, came from consultation_bookings')).rows

const hours = (given: Record<string, string> = {}): [string, string][] => [
  ...Object.entries({
    ...{ counsellor: 'Familienberatung', topic: 'upbringing', way: 'on-site', place: 'Raum 2' },
    ...{ first: '2026-11-24', last: '', starts: '10:00', ends: '11:00', slotMinutes: '30' },
    ...given,
  }),
  ['languages[]', 'de'],
]

/** Everything that is stored about consultations, as one text. */
const residue = async () => {
  const { rows } =
    await admin.query(`select (select json_agg(b)::text from consultation_bookings b) as bookings,
    (select json_agg(s)::text from consultation_slots s) as slots, (select json_agg(m)::text from messages m) as messages,
    (select json_agg(t)::text from consultation_tallies t) as tallies,
    (select json_agg(a)::text from audit_entries a) as audit, (select json_agg(j)::text from pgboss.job j) as jobs`)
  return JSON.stringify(rows)
}
