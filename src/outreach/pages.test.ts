import { randomUUID } from 'node:crypto'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { noteBounce } from './bounce.ts'
import { deliver } from './deliver.ts'
import { type Contact, messageKinds } from './message.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 100 })
const session = await town.aSession({ offer, on: '2026-12-01' })

test('the demo shows what a family would have received, with a link that works', async () => {
  const { keys } = await joins(town, session, aFamily('Familie Yıldız'))
  const page = load(await (await visitor.get('/de/demo/mailbox')).text())
  const href = page('main section a').first().attr('href') ?? ''
  expect(page('main section').first().text()).toContain('Du hast einen Platz')

  const letter = load(await (await visitor.get(href)).text())
  expect(letter('main').text()).toContain('Hallo Familie Yıldız')
  expect(letter('main a[href*="/my/"]').attr('href')).toBe(`http://localhost/de/my/${keys.link}`)
})

test('an Arabic letter stands right to left inside a German page', async () => {
  await joins(town, session, aFamily('عائلة حداد'))
  await admin.query(`update messages set language = 'ar' where facts ->> 'called' = 'عائلة حداد'`)
  const page = load(await (await visitor.get('/de/demo/mailbox')).text())
  const letter = load(await (await visitor.get(page('main section a').first().attr('href') ?? '')).text())
  expect(letter('main h1').attr()).toMatchObject({ lang: 'ar', dir: 'rtl' })
})

test('outside the demo there is no mailbox', async () => {
  const real = webForTest(database, { isDemo: false })
  expect((await real.get('/de/demo/mailbox')).status).toBe(404)
  await real.close()
})

test.each(['/de/demo/mailbox/1', '/de/demo/mailbox/00000000-0000-0000-0000-000000000000'])(
  'there is no message at %s',
  async path => expect((await visitor.get(path)).status).toBe(404),
)

test('a lead sees whom to call and what to say, and after the call nothing personal stays', async () => {
  const id = await somebodyToCall('Frau Haile', '0611 555')
  const page = load(await (await lead.get('/de/staff/calls')).text())
  const card = page('section').filter((_, element) => page(element).text().includes('Frau Haile'))
  expect(card.find('a[href="tel:0611555"]')).toHaveLength(1)
  expect(card.text()).toContain('du bist angemeldet für „PEKiP“')
  expect(card.text()).not.toContain('/my/')

  for (const _ of ['once', 'twice']) {
    const { headers } = await lead.post(card.find('form').attr('action') ?? '', {})
    expect(headers.get('location')).toBe('/de/staff/calls')
  }
  const { rows } = await admin.query('select state, facts, address from messages where id = $1', [id])
  expect(rows).toEqual([{ state: 'sent', facts: {}, address: '' }])
  const audit = await admin.query(
    `select account_id, subject_id from audit_entries where action = 'message.passed-on'`,
  )
  expect(audit.rows).toEqual([{ account_id: 'lead', subject_id: id }])
})

test('a caller reads when the family may be reached, and that nobody else may hear it', async () => {
  const hours = { from: '09:00', until: '12:00', days: [1, 2] }
  await somebodyToCall('Frau Said', '0611 666', { neutral: true, hours })
  const page = load(await (await lead.get('/de/staff/calls')).text())
  const card = page('section').filter((_, element) => page(element).text().includes('Frau Said'))
  expect(card.text()).toContain('Montag und Dienstag, 9:00–12:00')
  expect(card.text()).toContain('Vorsicht: Sag das nur Frau Said selbst.')
})

test('staff see by which way each family was told, and whether it arrived', async () => {
  const { registrationId } = await joins(town, session, aFamily('Familie Kaya'))
  const { rows } = await admin.query('select id from messages where registration_id = $1', [registrationId])
  const log = async (language = 'de', of = '') =>
    load(await (await lead.get(`/${language}/staff/messages${of}`)).text())
  const line = async () => (await log('de', `?of=${registrationId}`))('tbody tr')
  expect((await line()).text()).toMatch(/Du hast einen Platz: PEKiP.*Familie Kaya.*E-Mail.*wartet/s)

  const system = town.contextOf({ kind: 'system' })
  await deliver(system, { isDemo: true }, rows[0].id)
  expect((await line()).text()).toContain('verschickt')
  await noteBounce(system, rows[0].id)
  expect((await line()).text()).toContain('kam zurück')
  expect(await (await lead.get('/de/staff/calls')).text()).toContain('Familie Kaya')
  expect((await line()).length).toBe(1)
  expect((await log('ar'))('html').attr('dir')).toBe('rtl')
  for (const web of [elsewhere, administrator])
    expect(await (await web.get('/de/staff/messages')).text()).not.toContain('Kaya')
  expect((await lead.get('/de/staff/messages?of=nobody')).status).toBe(404)
})

test('the log has pages, and loses none between them', async () => {
  await admin.query(
    `insert into messages (city_id, provider_id, centre_id, kind, language, channel, facts, state, created_at, due_at)
      select $1, $2, $3, 'letter', 'de', 'email', '{}', 'sent', $4, $4 from generate_series(1, 60)`,
    [town.city.id, town.westend.providerId, town.westend.id, '2026-11-23T08:00:00Z'],
  )
  const { rows } = await admin.query(
    `select count(*)::int as amount from messages where created_at > '2026-10-25'`,
  )
  let [address, amount, pages]: [string | undefined, number, number] = ['/de/staff/messages', 0, 0]
  for (; address; pages++) {
    const page = load(await (await lead.get(address)).text())
    amount += page('tbody tr').length
    address = page('main a.lone-link[href*="before="]').attr('href')
  }
  expect({ amount, pages }).toEqual({ amount: rows[0].amount, pages: Math.ceil(rows[0].amount / 50) })
  expect((await lead.get('/de/staff/messages?before=nobody')).status).toBe(404)
})

test('the list of calls has pages, loses nobody between them, and is counted without being read', async () => {
  const first = await somebodyToCall('Herr Anfang', '0611 100')
  await admin.query(
    `insert into messages (city_id, provider_id, centre_id, registration_id, kind, language, channel, address, facts,
        state, reason, created_at, due_at)
      select city_id, provider_id, centre_id, registration_id, kind, language, channel, address, facts, state, reason,
        created_at, due_at from messages, generate_series(1, 60) where id = $1`,
    [first],
  )
  const start = load(await (await lead.get('/de/staff')).text())
  const [, counted] =
    start('main')
      .text()
      .match(/(\d+)\s*Familien warten auf deinen Anruf/) ?? []
  const waiting = Number(counted)
  let [address, amount, pages]: [string | undefined, number, number] = ['/de/staff/calls', 0, 0]
  let last = ''
  for (; address; pages++) {
    last = address
    const page = load(await (await lead.get(address)).text())
    amount += page('form[action*="/staff/calls/"]:not([action*=hours])').length
    address = page('main a.lone-link[href*="after="]').attr('href')
  }
  expect({ amount, pages }).toEqual({ amount: waiting, pages: Math.ceil(waiting / 50) })
  expect(waiting).toBeGreaterThan(60)
  await admin.query(`delete from messages where facts ->> 'called' = 'Herr Anfang'`)
  expect((await lead.get(last)).headers.get('location')).toBe('/de/staff/calls')
  expect((await lead.get('/de/staff/calls?after=nobody')).status).toBe(404)
})

test('staff see every message as families read it, in each of their languages', async () => {
  const page = load(await (await lead.get('/de/staff/messages/previews?in=ar')).text())
  expect(page('main section')).toHaveLength(messageKinds.length)
  expect(page('main section [lang=ar]').first().attr('dir')).toBe('rtl')
  expect(page('nav a[aria-current]').text()).toContain('العربية')
  const neutral = await (await lead.get('/de/staff/messages/previews?in=de&neutral=yes')).text()
  expect(neutral).toContain('Es gibt Neuigkeiten')
  expect(page('main').text()).toContain('Mitteilung aufs Handy')
  const onPaper = await lead.get(page('main a[href*="previews.pdf"]').attr('href') ?? '')
  const { text, pages } = await readPdf(new Uint8Array(await onPaper.arrayBuffer()))
  expect({ pages, isArabic: /[\u0600-\u06ff\ufe70-\ufeff]/.test(text) }).toEqual({ pages: 6, isArabic: true })
  expect((await lead.get('/de/staff/messages/previews?in=xx')).status).toBe(200)
})

test('families that nothing else reaches get a letter in their own language, and are told by it', async () => {
  const turkish = await somebodyToCall('Yılmaz', '0611 881')
  const careful = await somebodyToCall('Leise', '0611 882', { neutral: true })
  await somebodyToCall('Weber', '0611 883')
  await admin.query(`update messages set language = 'tr' where id = $1`, [turkish])
  const chosen: [string, string][] = [turkish, careful].map(id => ['message[]', id])
  const printed = await lead.post('/de/staff/letters.pdf', chosen)
  expect(printed.headers.get('cache-control')).toBe('no-store')
  const { text, pages, isTagged } = await readPdf(new Uint8Array(await printed.arrayBuffer()))
  expect({ pages, isTagged }).toEqual({ pages: 3, isTagged: true })
  expect(text).toContain('Merhaba Yılmaz')
  expect(text).toMatch(/localhost\/de\/my\//)
  expect(text).toContain('es gibt Neuigkeiten für dich')
  expect(text).not.toContain('Hallo Leise')
  expect(text).not.toContain('Weber')

  for (const web of [elsewhere, administrator]) {
    await web.post('/de/staff/letters', chosen)
    expect(await (await lead.get('/de/staff/calls')).text()).toMatch(/Yılmaz.*Leise/s)
  }
  // A colleague has called one of them meanwhile; the others are told all the same, and once.
  const called = await somebodyToCall('Schnell', '0611 884')
  await lead.post(`/de/staff/calls/${called}`, {})
  const { headers } = await lead.post('/de/staff/letters', [['message[]', called], ...chosen])
  expect(headers.get('location')).toBe('/de/staff/calls?news=handed-over')
  const left = await (await lead.get('/de/staff/calls?news=handed-over')).text()
  expect(left).not.toMatch(/Yılmaz|Leise/)
  expect(left).toContain('Weber')
  for (const path of ['/de/staff/letters', '/de/staff/letters.pdf'])
    expect((await lead.post(path, chosen)).headers.get('location')).toBe('/de/staff/calls?news=off-the-list')
})

test.each([
  ['ticks nobody', 0, '', 'nobody-chosen'],
  ['ticks more than fit', 201, randomUUID(), 'too-many'],
  ['sends what is no message', 2, 'nobody', 'unreadable'],
])('whoever %s is told so, for paper and for handing over', async (_, amount, id, news) => {
  const ticked: [string, string][] = Array.from({ length: amount }, () => ['message[]', id])
  for (const path of ['/de/staff/letters', '/de/staff/letters.pdf']) {
    const { headers } = await lead.post(path, ticked)
    expect(headers.get('location')).toBe(`/de/staff/calls?news=${news}`)
  }
})

test('whatever is said by telephone may be had as a letter, too', async () => {
  await somebodyToCall('Herr Beyer', '0611 991')
  const page = load(await (await lead.get('/de/staff/calls')).text())
  const toSay = page('section').filter((_, card) => page(card).text().includes('Das ist zu sagen'))
  expect(toSay.length).toBeGreaterThan(0)
  toSay.each((_, card) => expect(page(card).find('input[name="message[]"]')).toHaveLength(1))
})

test('whoever only keeps a code is ticked for a letter already', async () => {
  const erna = await joins(town, session, aFamily('Oma Erna', { contact: { kind: 'none' } }))
  await admin.query(`insert into messages (city_id, provider_id, centre_id, registration_id, kind, language, channel, facts,
      state, reason, created_at, due_at)
    select city_id, provider_id, centre_id, '${erna.registrationId}', 'dates-changed', 'de', 'paper',
      jsonb_set(facts, '{called}', '"Oma Erna"'), 'by-hand', 'paper', created_at, created_at
    from messages where facts <> '{}' limit 1`)
  const page = load(await (await lead.get('/ar/staff/calls')).text())
  expect(page('input[name="message[]"][checked]').length).toBeGreaterThanOrEqual(1)
  expect(page('html').attr('dir')).toBe('rtl')
})

test('the lead of another centre and the administrator see nobody, and cannot pass on', async () => {
  const id = await somebodyToCall('Herr Novak', '0611 777')
  for (const web of [elsewhere, administrator]) {
    expect(await (await web.get('/de/staff/calls')).text()).not.toContain('Novak')
    expect((await web.post(`/de/staff/calls/${id}`, {})).status).toBe(404)
  }
  expect((await lead.post(`/de/staff/calls/${randomUUID()}`, {})).status).toBe(404)
  expect(await (await lead.get('/de/staff/calls')).text()).toContain('Novak')
})

const visitor = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const elsewhere = webForTest(database, { as: leadOf(town.dotzheim) })
const administrator = webForTest(database, {
  as: {
    ...leadOf(town.westend),
    memberships: [{ role: 'administrator', providerId: null, centreId: null }],
  },
})
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(async () => {
  await Promise.all([visitor, lead, elsewhere, administrator].map(web => web.close()))
  await admin.end()
})

async function somebodyToCall(
  called: string,
  phone: string,
  safely: Pick<Contact, 'neutral' | 'hours'> = {},
) {
  await joins(town, session, aFamily(called, { contact: { kind: 'phone', phone, ...safely } }))
  const { rows } = await admin.query('select id from messages where address = $1', [phone])
  await deliver(town.contextOf({ kind: 'system' }), { isDemo: true }, rows[0].id)
  return rows[0].id as string
}
