import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aDoorstep, aKit, asksFor, asLead, thursday } from '../../tests/support/doorstep.ts'
import { deskOf, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'
import { kitsHungUp, tickDoor } from './index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))
beforeEach(async () => {
  await admin.query('truncate doorstep_kits, doorstep_rounds, centre_parts, messages, audit_entries cascade')
  await admin.query('truncate identity.rate_limits')
  for (const web of [family, lead, nextDoor]) web.moveTimeTo(townNow)
})

describe('a family', () => {
  test('finds the way at the centre while a round is open, and no longer', async () => {
    const shows = async () => (await (await family.get(centre)).text()).includes(page)
    expect(await shows()).toBe(false)
    expect((await family.get(page)).status).toBe(404)
    await aDoorstep(town)
    expect(await shows()).toBe(true)
    family.moveTimeTo(onTheDay)
    expect(await shows()).toBe(false)
  })

  test('reads in its language what is in a kit and how many are left', async () => {
    const { kitId } = await aDoorstep(town, { stock: 5 })
    const said = async (language: string) => {
      const shown = load(await (await family.get(page.replace('de', language))).text())
      return shown('main .kern-card').text()
    }
    expect(await said('ar')).toContain('كستناء ومثقاب')
    expect(await said('en')).toContain('Kastanien und ein Bohrer')
    expect(await said('de')).toContain('3–6 Jahre')
    expect(await said('de')).toContain('noch da')
    await asksFor(town, { [kitId]: 3 })
    expect(await said('de')).toContain('noch 2 da')
    await asksFor(town, { [kitId]: 2 })
    expect(await said('de')).toContain('leider alle weg')
    const empty = load(await (await family.get(page)).text())
    expect(empty('main form').length).toBe(0)
  })

  test('asks without an account, finds its request again, takes it back, and the kits are free', async () => {
    await aDoorstep(town, { stock: 2 })
    const address = await asks({ amount: '2', neverRing: 'yes', hint: 'hinten links' })
    const own = await family.get(address)
    expect(own.headers.get('cache-control')).toBe('no-store')
    const words = load(await own.text())('main').text()
    for (const said of [
      'Donnerstag, 26. November',
      '2 × Kastanientüte',
      'Haddad',
      'hinten links',
      'nie klingeln',
    ])
      expect(words).toContain(said)
    expect(await stock()).toEqual([0])
    const back = await family.post(`${address}/take-back`, {})
    expect(back.headers.get('location')).toBe(`${page}?news=taken-back`)
    expect(await stock()).toEqual([2])
    const gone = await family.get(address)
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('Hier ist nichts mehr')
  })

  test('cannot take back what hangs at its door already', async () => {
    const { kitId } = await aDoorstep(town)
    const { link } = await asked({ [kitId]: 1 })
    await tickAll('hung-up')
    await family.post(`/de/doorstep/${link}/take-back`, {})
    expect(await (await family.get(`/de/doorstep/${link}`)).text()).toContain('Schau an deine Tür')
  })

  test('who presses twice has asked once', async () => {
    await aDoorstep(town, { stock: 3 })
    const form = await aForm()
    const first = await family.post(page, form)
    const again = await family.post(page, form)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await stock()).toEqual([2])
  })

  test('hears what is missing, and keeps what it typed', async () => {
    await aDoorstep(town)
    const form = { ...(await aForm({ amount: '0' })), street: '12', houseNumber: 'Hinterhaus' }
    const answer = await family.post(page, form)
    expect(answer.status).toBe(422)
    const shown = load(await answer.text())
    const faults = shown('[role=alert] a')
      .toArray()
      .map(link => shown(link).attr('href'))
    expect(faults).toEqual(['#kits', '#street', '#houseNumber'])
    for (const fault of faults) expect(shown(String(fault)).length).toBe(1)
    expect(shown('input[name=called]').val()).toBe('Haddad')
  })

  test('who comes too late for the last kit is told so', async () => {
    const { kitId } = await aDoorstep(town, { stock: 1 })
    const form = await aForm()
    await asksFor(town, { [kitId]: 1 })
    const late = await family.post(page, form)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Jemand war schneller')
  })

  test('on the day itself the sheet is printed: nobody is added to it any more', async () => {
    await aDoorstep(town)
    const form = await aForm()
    family.moveTimeTo(onTheDay)
    expect((await family.post(page, form)).status).toBe(409)
  })

  test('leaves no address at a centre that brings no kits any more', async () => {
    await aDoorstep(town)
    const form = await aForm()
    await admin.query("update centre_parts set switched_on_at = null where part = 'doorstep'")
    expect((await family.post(page, form)).status).toBe(404)
    expect((await admin.query('select from doorstep_requests')).rowCount).toBe(0)
  })

  test('may not ask one time after the other', async () => {
    await aDoorstep(town, { stock: 50 })
    const form = await aForm()
    const answers: number[] = []
    for (let turn = 0; turn < 12; turn++) {
      const renderingKey = `${String(turn).padStart(4, '0')}-abcdefghijklmn`
      answers.push((await family.post(page, { ...form, renderingKey })).status)
    }
    expect(answers.filter(status => status === 303)).toHaveLength(10)
    expect(answers.at(-1)).toBe(429)
  })
})

describe('the lead', () => {
  test('adds a kit in two languages, packs some, and cannot take out more than there are', async () => {
    const kit = {
      'texts.de.name': 'Sternentüte',
      'texts.de.contents': 'Papier',
      'texts.ar.name': 'حقيبة النجوم',
    }
    const added = await lead.post('/de/staff/doorstep/kits/new', {
      ...kit,
      first: '3',
      last: '6',
      isOffered: 'yes',
    })
    const address = (added.headers.get('location') ?? '').replace(/\?.*/, '')
    expect(address).toMatch(/kits\/[0-9a-f-]{36}$/)
    expect((await lead.post(`${address}/stock`, { more: '12' })).status).toBe(303)
    const tooFew = await lead.post(`${address}/stock`, { more: '-13' })
    expect(tooFew.status).toBe(422)
    expect(await tooFew.text()).toContain('So viele liegen nicht im Schrank')
    expect(await stock()).toEqual([12])
    const changed = await lead.post(address, { ...kit, 'texts.ar.name': '', first: '4', last: '3' })
    expect(await changed.text()).toContain('liegt nicht hinter dem ersten')
    expect(await (await lead.get('/de/staff/doorstep')).text()).toContain('Sternentüte')
  })

  test('has one open round at a time, on a day to come', async () => {
    await aDoorstep(town)
    const plan = (heldOn: string) => lead.post('/de/staff/doorstep/rounds/new', { heldOn, goes: '' })
    expect(await (await plan('2026-11-20')).text()).toContain('Dieser Tag ist vorbei')
    expect(await (await plan('2026-12-03')).text()).toContain('schon eine offene Runde')
  })

  test('moves a round to another day: who left an e-mail is told', async () => {
    const { kitId } = await aDoorstep(town)
    await asked({ [kitId]: 1 }, { contact: { phone: '', email: 'a@example.org' } })
    await asked({ [kitId]: 1 }, { contact: { phone: '0611 1', email: '' } })
    await lead.post(`${await sheet()}/change`, { heldOn: '2026-11-27', goes: 'Samira' })
    const { rows } = await admin.query('select address, facts::text as words from messages')
    expect(rows.map(({ address }) => address)).toEqual(['a@example.org'])
    expect(rows[0].words).toContain('Freitag, 27. November')
  })

  test('enters whoever calls, also on the day itself', async () => {
    const { kitId } = await aDoorstep(town)
    lead.moveTimeTo(onTheDay)
    const entering = load(await (await lead.get(`${await sheet()}/requests`)).text())
    const sent = await lead.post(`${await sheet()}/requests`, {
      renderingKey: String(entering('input[name=renderingKey]').val()),
      ...{ called: 'Novak', street: 'Bleichstr.', houseNumber: '3', [`kits.${kitId}`]: '1' },
    })
    expect(sent.status).toBe(303)
    expect(await (await lead.get(await sheet())).text()).toContain('Bleichstr. 3')
  })

  test('reads the doors in walking order on the sheet and on paper, and who never wants the bell', async () => {
    const { kitId } = await aDoorstep(town)
    await asked({ [kitId]: 1 }, { houseNumber: '10' })
    await asked({ [kitId]: 2 }, { houseNumber: '9', called: 'Yıldız', neverRing: true })
    const onPhone = load(await (await lead.get(await sheet())).text())
    const titles = onPhone('main .kern-card h2')
      .toArray()
      .map(title => onPhone(title).text())
    expect(titles).toEqual(['Wellritzstraße 9', 'Wellritzstraße 10'])
    expect(onPhone('main .kern-card').first().text()).toContain('Bitte nie klingeln')
    expect(onPhone('main .kern-card').first().text()).toContain('2\u00a0×\u00a0Kastanientüte')
    const onPaper = load(await (await lead.get(`${await sheet()}/print`)).text())
    const rows = onPaper('tbody tr')
      .toArray()
      .map(row => onPaper(row).text())
    expect(rows[0]).toContain('Yıldız')
    expect(rows[0]).toContain('Bitte nie klingeln')
    expect(onPaper('tbody tr').first().find('.tick-box').length).toBe(3)
  })

  test('ticks and takes a tick back', async () => {
    const { kitId } = await aDoorstep(town)
    await asked({ [kitId]: 1 })
    const ticks = async (mark: string) => {
      const { rows } = await admin.query('select id from doorstep_requests')
      await lead.post(`/de/staff/doorstep/requests/${rows[0].id}`, { mark })
      return (await admin.query('select outcome, never_ring from doorstep_requests')).rows[0]
    }
    expect(await ticks('hung-up')).toEqual({ outcome: 'hung-up', never_ring: false })
    expect(await ticks('open')).toEqual({ outcome: null, never_ring: false })
    expect(await ticks('never-ring')).toEqual({ outcome: null, never_ring: true })
    expect(await ticks('not-found')).toEqual({ outcome: 'not-found', never_ring: true })
    expect(await ticks('may-ring')).toEqual({ outcome: 'not-found', never_ring: false })
  })

  test('closes a round: the addresses are gone at once, what does not hang is in stock again, sums stay', async () => {
    const { kitId } = await aDoorstep(town, { stock: 9 })
    const stars = await aKit(town, { stock: 2, name: 'Sternentüte' })
    await asked(
      { [kitId]: 3, [stars]: 1 },
      { called: 'Abendroth', contact: { phone: '', email: 'a@example.org' } },
    )
    await asked({ [kitId]: 2 }, { called: 'Birnbaum', neverRing: true })
    await asked({ [kitId]: 1 }, { called: 'Clemens' })
    await tickFor('Abendroth', 'hung-up')
    await tickFor('Birnbaum', 'not-found')
    expect(await stock()).toEqual([3, 1])
    const closing = await sheet()
    expect(await (await lead.get(`${closing}/close`)).text()).toContain('Eine Tür ist noch nicht abgehakt')
    await lead.post(`${closing}/close`, {})
    expect(await stock()).toEqual([6, 1])
    expect(await residue()).not.toMatch(/Abendroth|Birnbaum|Clemens|Wellritz|Samira/)
    const sums = load(await (await lead.get('/de/staff/doorstep')).text())('tbody td').toArray()
    expect(sums.map(cell => load(cell).text())).toEqual(['4', '3', '1', '1', '1', '1'])
    const { rows } = await admin.query(
      'select kit_id, hung_up, came_back from doorstep_tallies order by kit_id',
    )
    expect(rows).toEqual([
      { kit_id: kitId, hung_up: 3, came_back: 3 },
      { kit_id: stars, hung_up: 1, came_back: 0 },
    ])
    expect((await lead.get(closing)).status).toBe(404)
    const letters = await admin.query('select address, facts::text as words from messages')
    expect(letters.rows.map(({ address }) => address)).toEqual(['a@example.org'])
    expect(letters.rows[0].words).toContain('hängt an deiner Tür')
  })

  test('is reminded of a round whose day is over', async () => {
    await aDoorstep(town)
    const waits = async () =>
      (await (await lead.get('/de/staff')).text()).includes('ihre Adressen sind noch da')
    lead.moveTimeTo(onTheDay)
    expect(await waits()).toBe(false)
    lead.moveTimeTo(onTheDay.add({ hours: 24 }))
    expect(await waits()).toBe(true)
    await lead.post(`${await sheet()}/close`, {})
    expect(await waits()).toBe(false)
  })

  test('next door sees and changes nothing', async () => {
    const { kitId } = await aDoorstep(town)
    await asked({ [kitId]: 1 })
    const { rows } = await admin.query('select id from doorstep_requests')
    expect((await nextDoor.get(await sheet())).status).toBe(404)
    expect((await nextDoor.post(`${await sheet()}/close`, {})).status).toBe(404)
    expect(
      (await nextDoor.post(`/de/staff/doorstep/requests/${rows[0].id}`, { mark: 'hung-up' })).status,
    ).toBe(404)
    expect((await nextDoor.post(`/de/staff/doorstep/kits/${kitId}/stock`, { more: '1' })).status).toBe(404)
    expect(await (await nextDoor.get('/de/staff/doorstep')).text()).not.toContain('Kastanientüte')
  })
})

test('the desk of the public side takes requests in and reads none; its policy is what refuses', async () => {
  const { kitId } = await aDoorstep(town)
  await asked({ [kitId]: 1 })
  const desk = town.contextOf(deskOf(town.westend))
  const read = () => inTransaction(desk, tx => sql`select 1 from doorstep_requests`.execute(tx))
  const refill = () => inTransaction(desk, tx => sql`update doorstep_kits set stock = 99`.execute(tx))
  expect((await read()).rows).toEqual([])
  await expect(refill()).rejects.toThrow('row-level security')
  for (const table of ['doorstep_requests', 'doorstep_kits'])
    await admin.query(`alter table ${table} disable row level security`)
  expect((await read()).rows).toHaveLength(1)
  await refill()
  for (const table of ['doorstep_requests', 'doorstep_kits'])
    await admin.query(`alter table ${table} enable row level security`)
})

test('a round with an address in it cannot be closed by whatever means', async () => {
  const { kitId } = await aDoorstep(town)
  await asked({ [kitId]: 1 })
  const close = () =>
    admin.query(`update doorstep_rounds set is_open = false, closed_at = now(), goes = '', reached = 0, not_found = 0,
      not_visited = 0, never_ring = 0`)
  await expect(close()).rejects.toThrow('only_in_an_open_round')
  await admin.query('alter table doorstep_requests drop constraint only_in_an_open_round')
  await close()
  await admin.query('truncate doorstep_requests, doorstep_rounds cascade')
  await admin.query(`alter table doorstep_requests add constraint only_in_an_open_round
    foreign key (city_id, round_id, centre_id, provider_id, round_is_open)
    references doorstep_rounds (city_id, id, centre_id, provider_id, is_open)`)
})

test('three days after its day a forgotten round is closed: nothing personal is left in any column', async () => {
  const { kitId } = await aDoorstep(town)
  await asked(
    { [kitId]: 2 },
    { called: 'Quittenbaum', hint: 'hinten', contact: { phone: '0611 777666', email: '' } },
  )
  await tickAll('hung-up')
  const after = async (days: number) => {
    const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
  }
  await after(5)
  expect(await residue()).toMatch('Quittenbaum')
  expect(await residue()).toMatch('777666')
  await after(6)
  expect(await residue()).not.toMatch(/Quittenbaum|777666|Wellritz|hinten|Samira/)
  const { rows } = await admin.query(
    'select reached, hung_up from doorstep_rounds r join doorstep_tallies t on t.round_id = r.id',
  )
  expect(rows).toEqual([{ reached: 1, hung_up: 2 }])
  const audit = await admin.query(`select action, amount from audit_entries where account_id = 'system'`)
  expect(audit.rows).toContainEqual({ action: 'round.deleted', amount: 1 })
})

test('everybody may know how many kits hang at doors by year; fewer than five are not told', async () => {
  const visitor = { db: family.databases.public, city: town.city }
  const hangs = async (amount: number) => {
    const { kitId } = await aDoorstep(town, { stock: amount })
    for (let left = amount; left > 0; left -= 6) await asked({ [kitId]: Math.min(left, 6) })
    await tickAll('hung-up')
    await lead.post(`${await sheet()}/close`, {})
  }
  await hangs(4)
  expect(await kitsHungUp(visitor)).toEqual({ total: 0, hasExamples: false, years: [] })
  await hangs(7)
  expect(await kitsHungUp(visitor)).toEqual({
    total: 11,
    hasExamples: false,
    years: [{ year: 2026, kits: 11, hasExamples: false }],
  })
})

const centre = `/de/centres/${town.westend.slug}`
const page = `${centre}/doorstep`
const onTheDay = thursday.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '09:00' }).toInstant()

/** The form as the page shows it, filled in. */
const aForm = async ({ amount = '1', ...fields }: Record<string, string> = {}) => {
  const shown = load(await (await family.get(page)).text())
  const kit = shown('select').attr('name') ?? ''
  return {
    renderingKey: String(shown('input[name=renderingKey]').val()),
    ...{ [kit]: amount, called: 'Haddad', street: 'Wellritzstraße', houseNumber: '12', ...fields },
  }
}

const asks = async (fields: Record<string, string>) => {
  const sent = await family.post(page, await aForm(fields))
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const asked = async (kits: Record<string, number>, given: Parameters<typeof asksFor>[2] = {}) => {
  const outcome = await asksFor(town, kits, given)
  if (outcome.outcome !== 'asked') throw new Error(outcome.outcome)
  return outcome
}

/** The address of the one open round. */
const sheet = async () => {
  const { rows } = await admin.query('select id from doorstep_rounds where is_open')
  return `/de/staff/doorstep/rounds/${rows[0].id}`
}

const tickAll = async (mark: Parameters<typeof tickDoor>[2]) => {
  const { rows } = await admin.query('select id from doorstep_requests')
  for (const { id } of rows) await tickDoor(asLead(town), id, mark)
}

const tickFor = async (called: string, mark: Parameters<typeof tickDoor>[2]) => {
  const { rows } = await admin.query('select id from doorstep_requests where called = $1', [called])
  await tickDoor(asLead(town), rows[0].id, mark)
}

const stock = async () =>
  (await admin.query('select stock from doorstep_kits order by id')).rows.map(kit => kit.stock)

/** Everything that is stored about rounds and doors, as one text. */
const residue = async () => {
  const { rows } = await admin.query(`select (select json_agg(q)::text from doorstep_requests q) as requests,
    (select json_agg(k)::text from doorstep_request_kits k) as kits, (select json_agg(r)::text from doorstep_rounds r) as rounds,
    (select json_agg(t)::text from doorstep_tallies t) as tallies, (select json_agg(m)::text from messages m) as messages,
    (select json_agg(a)::text from audit_entries a) as audit, (select json_agg(j)::text from pgboss.job j) as jobs`)
  return JSON.stringify(rows)
}
