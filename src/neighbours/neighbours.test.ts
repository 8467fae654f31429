import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const board = `/centres/${town.westend.slug}/pinboard`
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(async () => {
  await admin.connect()
  await admin.query(
    `insert into centre_parts values ('${town.city.id}', '${town.westend.providerId}', '${town.westend.id}', 'neighbours', now())`,
  )
})
beforeEach(async () => {
  for (const web of [family, lead]) web.moveTimeTo(townNow)
  await admin.query('truncate identity.rate_limits')
  await admin.query('delete from neighbour_notes')
  await admin.query('delete from messages')
})
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))

describe('a family', () => {
  test('is told what may not hang in public, and nothing it typed is lost', async () => {
    const refused = await family.post(`/de${board}/new`, {
      ...(await aNote()),
      ...{
        title: 'Kinderwagen zu verschenken',
        words: 'Ruf an: ٠١٥٢ ١٢٣٤٥٦٧',
        reachBy: 'call',
        phone: 'abc',
      },
    })
    expect(refused.status).toBe(422)
    const page = load(await refused.text())
    const faults = page('[role=alert] a').map((_, link) => page(link).attr('href'))
    expect(faults.get()).toEqual(['#words', '#phone'])
    expect(page('#words-error').text()).toContain('sieht wie eine Telefonnummer aus')
    expect(page('#words').text()).toContain('٠١٥٢')
    expect(page('input[name=kind]:checked').val()).toBe('give')
    const again = await family.post(`/de${board}/new`, { ...(await aNote()), words: 'Ruf an: 0152 1234567' })
    expect(again.status).toBe(422)
    expect(await notes()).toEqual([])
  })

  test('who looks for neighbours in the programme is led to the pinboards', async () => {
    const page = load(await (await family.get('/de/offers?kind=neighbourly')).text())
    expect(page('main a[href="/de/neighbours"]').length).toBe(1)
    expect(await (await family.get('/de/offers')).text()).not.toContain('href="/de/neighbours"')
  })

  test('who sends a book instead of a note keeps nobody waiting', async () => {
    const begun = performance.now()
    const refused = await family.post(`/de${board}/new`, {
      ...{ ...(await aNote()), title: `weg${' '.repeat(100_000)}x`, words: 'A'.repeat(100_000) },
    })
    expect(refused.status).toBe(422)
    // To look into all of it takes more than a minute.
    expect(performance.now() - begun).toBeLessThan(5_000)
  })

  test('is asked for each thing that is missing by its name', async () => {
    const refused = await family.post(`/de${board}/new`, { ...(await aNote()), kind: '', title: '' })
    const page = load(await refused.text())
    const said = page('[role=alert] a').map((_, link) => page(link).text())
    expect(said.get()).toEqual(['Worum geht es? Wähl eines aus.', 'Schreib eine Überschrift.'])
  })

  test('sends a note without a name; it hangs only once the team has read it', async () => {
    const own = await sends({ title: 'سرير أطفال', language: 'ar' }, 'ar')
    const page = load(await (await family.get(own)).text())
    expect(page('h1').text()).toBe('وصلنا إعلانكم')
    expect(page('.big-code').text()).toMatch(/^\w{3}-\w{3}-\w{3}$/)
    expect(await (await family.get(`/ar${board}`)).text()).not.toContain('سرير أطفال')

    await approves('سرير أطفال')
    const hung = load(await (await family.get(`/de${board}`)).text())
    expect(hung('.kern-card [lang=ar]').first().attr('dir')).toBe('rtl')
    expect(hung('main').text()).toContain('bis 22. Dez.')
    expect(load(await (await family.get(own)).text())('h1').text()).toBe('إعلانكم معلّق')
  })

  test('who left an e-mail is written to in her language once her note hangs; nobody else is', async () => {
    await hangs({ title: 'Lastenrad', reachBy: 'email', email: 'sender@example.org', language: 'ar' })
    await hangs({ title: 'Bohrer', reachBy: 'email', email: 'other@example.org', language: 'tr' })
    expect(await letters()).toMatchObject([
      { address: 'sender@example.org', language: 'ar', subject: 'إعلانكم معلّق' },
      { address: 'other@example.org', language: 'de', subject: 'Dein Zettel hängt' },
    ])
    const { words } = (await letters())[1]
    expect(words).toMatch(/bis .*22\. Dezember.*\/de\/neighbours\/code/s)
    expect(words).not.toContain('/own/')

    await hangs({ title: 'Topf' })
    await hangs({ title: 'Pfanne', reachBy: 'call', phone: '0611 445566' })
    await sends({ title: 'Ungelesen', reachBy: 'email', email: 'waits@example.org' })
    expect(await letters()).toHaveLength(2)
  })

  test('filters by kind in the address, near its district, and finds the board from the page of the centre', async () => {
    await hangs({ title: 'Buggy', kind: 'give' })
    await hangs({ title: 'Nähen', kind: 'skill' })
    const give = await (await family.get(`/de${board}?kind=give`)).text()
    expect(give).toContain('Buggy')
    expect(give).not.toContain('Nähen')
    expect(await (await family.get('/de/neighbours?kind=skill')).text()).toContain('Nähen')
    const centre = load(await (await family.get(`/de/centres/${town.westend.slug}`)).text())
    expect(centre(`a[href="/de${board}"]`).text()).toBe('Zur Pinnwand (2 Zettel)')
  })

  test('sends the same form twice and has one note', async () => {
    const form = { ...(await aNote()), title: 'Zweimal' }
    const first = await family.post(`/de${board}/new`, form)
    const again = await family.post(`/de${board}/new`, form)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(await notes()).toHaveLength(1)
  })

  test('takes its note back by the code alone, and what others left for it goes too', async () => {
    const own = await hangs({ title: 'Doch nicht' })
    await interested('Doch nicht', { words: 'Sehr gern' })
    const code = load(await (await family.get(own)).text())('.big-code').text()
    // A code is short: it opens nothing where trying is not counted.
    expect((await family.get(`/de/neighbours/own/${code}`)).status).toBe(404)
    const found = load(await (await family.post('/de/neighbours/code', { code: code.toLowerCase() })).text())
    expect(found('h1').text()).toBe('Dein Zettel hängt')
    await family.post('/de/neighbours/code/take-back', { code })
    expect((await family.get(own)).status).toBe(404)
    expect(await residue()).not.toMatch(/Doch nicht|Sehr gern/)
  })

  test('may neither send notes nor try codes without end', async () => {
    const form = { ...(await aNote()), title: 'viel' }
    const statuses: number[] = []
    for (let turn = 0; turn < 25; turn++) {
      const renderingKey = `${String(turn).padStart(4, '0')}-abcdefghijklmn`
      statuses.push((await family.post(`/de${board}/new`, { ...form, renderingKey })).status)
    }
    expect(statuses).toContain(429)
    const tries: number[] = []
    for (let turn = 0; turn < 12; turn++)
      tries.push((await family.post('/de/neighbours/code', { code: 'AAA-AAA-AAA' })).status)
    expect(tries).toContain(429)
  })
})

describe('the team of the centre', () => {
  test('is refused once more what may not be public, and so is whoever goes around the pages', async () => {
    await sends({ title: 'Herd' })
    const note = await noteOf('Herd')
    const mended = { kind: 'give', language: 'de', title: 'Herd', words: 'Bleichstraße 12, bei Frau Haddad' }
    const refused = await lead.post(`/de/staff/neighbours/${note}`, mended)
    expect(refused.status).toBe(422)
    expect(load(await refused.text())('#words-error').text()).toContain('Straße mit Hausnummer')
    await expect(
      admin.query(`update neighbour_notes set words = 'a@example' where id = '${note}'`),
    ).rejects.toThrow('nothing_to_reach_a_person_by')
    await expect(
      admin.query(`update neighbour_notes set title = '٠١٥٢١٢٣٤' where id = '${note}'`),
    ).rejects.toThrow('nothing_to_reach_a_person_by')

    const hung = await lead.post(`/de/staff/neighbours/${note}`, { ...mended, words: 'Fast neu' })
    expect(hung.headers.get('location')).toBe('/de/staff/neighbours?news=approved')
    expect(await (await family.get(`/de${board}`)).text()).toContain('Fast neu')
  })

  test('writes a note for a family, which hangs at once', async () => {
    const form = load(await (await lead.get('/de/staff/neighbours/new')).text())
    const renderingKey = String(form('input[name=renderingKey]').val())
    const entered = await lead.post('/de/staff/neighbours/new', {
      ...{
        renderingKey,
        kind: 'need',
        language: 'de',
        title: 'Suche Kinderstuhl',
        words: '',
        reachBy: 'visit',
      },
    })
    expect(entered.headers.get('location')).toMatch(/^\/de\/neighbours\/own\//)
    expect(await (await family.get(`/de${board}`)).text()).toContain('Suche Kinderstuhl')
  })

  test('alone sees the contacts, passes them on and ticks it off', async () => {
    await hangs({ title: 'Wickeltisch', reachBy: 'email', email: 'sender@example.org' })
    const own = await interested('Wickeltisch', {
      ...{ words: 'Den hätten wir gern', reachBy: 'call', phone: '0611 778899' },
    })
    expect(load(await (await family.get(own)).text())('h1').text()).toBe('Das Zentrum weiß Bescheid')
    const note = `/de/staff/neighbours/${await noteOf('Wickeltisch')}`
    expect(await (await lead.get('/de/staff')).text()).toContain('Familie hat Interesse an einem Zettel')
    const page = await (await lead.get(note)).text()
    for (const contact of ['0611 778899', 'sender@example.org']) expect(page).toContain(contact)
    const passOn = load(page)('form[action$="/passed-on"]').attr('action') ?? ''
    expect((await nextDoor.post(passOn, {})).status).toBe(404)
    expect((await nextDoor.get(note)).status).toBe(404)
    for (const path of [`/de${board}`, '/de/neighbours', `/de/centres/${town.westend.slug}`, own])
      expect(await (await family.get(path)).text()).not.toMatch(/778899|sender@/)

    await lead.post(passOn, {})
    expect(await (await lead.get(note)).text()).toContain('Zusammengebracht: ')
    expect(await (await lead.get('/de/staff')).text()).not.toContain('Interesse an einem Zettel')
    await lead.post(`${note}/take-down`, {})
    expect((await family.get(own)).status).toBe(404)
  })

  test('finds the note by the code that somebody shows', async () => {
    await hangs({ title: 'Laufrad' })
    const own = await interested('Laufrad', { words: 'Für Emil' })
    const code = load(await (await family.get(own)).text())('.big-code').text()
    const found = await lead.post('/de/staff/neighbours/code', { code })
    expect(found.headers.get('location')).toBe(`/de/staff/neighbours/${await noteOf('Laufrad')}`)
    expect((await nextDoor.post('/de/staff/neighbours/code', { code })).status).toBe(422)
  })

  test.each([
    ['de', 'Nachbarn helfen sich'],
    ['ar', 'الجيران'],
  ])('puts up a sheet with the way to the pinboard, in %s', async (language, words) => {
    const list = load(await (await lead.get(`/${language}/staff/neighbours`)).text())
    const sheet = `/${language}/staff/neighbours/sheet?centre=kiez-westend`
    expect(list(`main a[href="${sheet}"]`).text()).toBe('KiEZ Westend')
    const $ = load(await (await lead.get(sheet)).text())
    const address = `http://localhost/${language}${board}`
    expect($('.paper-sheet').text()).toContain(words)
    expect($(`.paper-sheet a[href="${address}"]`).length).toBe(1)
    expect($('.paper-sheet svg[role=img]').attr('aria-label')).toContain(address)
    expect((await nextDoor.get(sheet)).status).toBe(404)
  })

  test('takes its board down by switching it off, and nobody sends or answers there', async () => {
    await hangs({ title: 'Noch da' })
    const note = await noteOf('Noch da')
    await admin.query(`update centre_parts set switched_on_at = null where part = 'neighbours'`)
    for (const path of [board, `${board}/new`, `${board}/${note}`])
      expect((await family.get(`/de${path}`)).status).toBe(404)
    expect(await (await family.get('/de/neighbours')).text()).not.toContain('Noch da')
    await admin.query(`update centre_parts set switched_on_at = now() where part = 'neighbours'`)
    expect(await (await family.get(`/de${board}`)).text()).toContain('Noch da')
  })
})

test('neither the desk nor the public role reads a contact; without their locks they would', async () => {
  await hangs({ title: 'Geheim', reachBy: 'call', phone: '0611 445566' })
  await interested('Geheim', { words: 'x', reachBy: 'call', phone: '0611 445566' })
  const { id: centreId, providerId } = town.westend
  const desk = town.contextOf({ kind: 'desk', centreId, providerId })
  const tables = ['neighbour_notes', 'neighbour_interests']
  for (const table of tables) {
    const atDesk = () =>
      inTransaction(desk, tx => sql`select phone from ${sql.table(table)}`.execute(tx)).then(
        ({ rows }) => rows,
      )
    const asVisitor = () => sql`select phone from ${sql.table(table)}`.execute(family.databases.public)
    expect(await atDesk()).toEqual([])
    await expect(asVisitor()).rejects.toThrow('permission denied')
    await admin.query(
      `alter table ${table} disable row level security; grant select on ${table} to kieznetz_public`,
    )
    expect(await atDesk()).toHaveLength(1)
    expect((await asVisitor()).rows).toHaveLength(1)
    await admin.query(
      `alter table ${table} enable row level security; revoke select on ${table} from kieznetz_public`,
    )
  }
  const { rows } = await admin.query(
    `select column_name from information_schema.columns where table_schema = 'published' and table_name = 'neighbour_notes'`,
  )
  expect(rows.map(({ column_name }) => column_name).sort()).toEqual([
    ...['approved_at', 'centre_id', 'city_id', 'id', 'kind', 'language', 'shown_until', 'title', 'words'],
  ])
})

test('after thirty days a note is gone from the board, a week later from every column', async () => {
  await hangs({
    title: 'residue-title',
    words: 'residue-words',
    reachBy: 'email',
    email: 'residue@example.org',
  })
  await interested('residue-title', { words: 'residue-answer', reachBy: 'call', phone: '0611 999888' })
  await sends({ title: 'residue-unread', reachBy: 'sms', phone: '0611 999777' })
  const isPublic = async (days: number) => {
    family.moveTimeTo(townNow.add({ hours: days * 24 }))
    return (await (await family.get(`/de${board}`)).text()).includes('residue-title')
  }
  expect([await isPublic(29), await isPublic(30)]).toEqual([true, false])

  const after = async (days: number) => {
    const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
    return residue()
  }
  expect(await after(29)).toContain('residue-unread')
  expect(await after(30)).not.toMatch(/residue-unread|999777/)
  expect(await after(36)).toMatch(/residue-title.*residue-answer/s)
  expect(await after(37)).not.toMatch(/residue|999888/)
})

const aNote = async (language = 'de') => {
  const page = load(await (await family.get(`/${language}${board}/new`)).text())
  const renderingKey = String(page('input[name=renderingKey]').val())
  return { renderingKey, kind: 'give', language, title: 'Etwas', words: '', reachBy: 'visit' }
}

/** Sends a note to the KiEZ Westend, and returns the address of the own page. */
const sends = async (fields: Record<string, string>, language = 'de') => {
  const sent = await family.post(`/${language}${board}/new`, { ...(await aNote(language)), ...fields })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const approves = async (title: string) => {
  const { rows } = await admin.query('select * from neighbour_notes where title = $1', [title])
  const { id, kind, language, words } = rows[0]
  const approved = await lead.post(`/de/staff/neighbours/${id}`, { kind, language, title, words })
  expect(approved.status).toBe(303)
}

const hangs = async (fields: Record<string, string> & { title: string }) => {
  const own = await sends(fields)
  await approves(fields.title)
  return own
}

/** Somebody is interested in a note; returns the address of her own page. */
const interested = async (title: string, fields: Record<string, string>) => {
  const address = `/de${board}/${await noteOf(title)}`
  const page = load(await (await family.get(address)).text())
  const renderingKey = String(page('input[name=renderingKey]').val())
  const sent = await family.post(address, { renderingKey, reachBy: 'visit', ...fields })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const noteOf = async (title: string) => {
  const { rows } = await admin.query('select id from neighbour_notes where title = $1', [title])
  return String(rows[0].id)
}

const letters = async () =>
  (
    await admin.query(`select address, language, facts->>'subject' as subject, facts::text as words from messages
      where kind = 'letter' order by created_at, id`)
  ).rows

const notes = async () => (await admin.query('select title from neighbour_notes')).rows

/** Everything that is stored about notes and who was interested, as one text. */
const residue = async () => {
  const { rows } = await admin.query(`select (select json_agg(n)::text from neighbour_notes n) as notes,
    (select json_agg(i)::text from neighbour_interests i) as interests,
    (select json_agg(a)::text from audit_entries a) as audit, (select json_agg(m)::text from messages m) as messages,
    (select json_agg(j)::text from pgboss.job j) as jobs`)
  return JSON.stringify(rows)
}
