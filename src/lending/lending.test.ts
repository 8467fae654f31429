import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aThing, lends, rushOfPromises } from '../../tests/support/lending.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { newSecret } from '../platform/web/keys.ts'
import { privacyJobs } from '../privacy/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))
const offered = `/de/centres/${town.westend.slug}/lending`

describe('a family', () => {
  test('sees what is there, asks in Arabic without an account, fetches it and brings it back', async () => {
    const thing = await aThing(town, { name: 'Pavillon', depositCents: 3000 })
    expect(await cardOf('Pavillon')).toContain('ist da')
    expect(await (await family.get(`/ar/centres/${town.westend.slug}`)).text()).toContain('Pavillon')

    const address = await asks('westend-pavillon', { reachBy: 'email', email: 'f@example.org' }, 'ar')
    const asked = load(await (await family.get(address)).text())
    expect(asked('h1').text()).toBe('وصل طلبكم')
    expect(await (await lead.get('/de/staff')).text()).toContain('Familie möchte etwas ausleihen')

    const loan = await loanOf(thing)
    await lead.post(`/de/staff/loans/${loan}/promise`, {})
    const ready = load(await (await family.get(address)).text())('main').text()
    for (const words of ['إنه جاهز لكم', '30']) expect(ready).toContain(words)
    const { rows } = await admin.query(
      `select facts::text as words from messages where address = 'f@example.org'`,
    )
    expect(rows[0].words).toContain('إنه جاهز لكم')

    await lead.post(`/de/staff/loans/${loan}/hand-out`, { depositTaken: 'yes' })
    expect(await cardOf('Pavillon')).toContain('wieder da ab 26. Nov.')
    const desk = load(await (await lead.get('/de/staff/lending')).text())
    expect(desk('.kern-card').text()).toContain('erhalten')
    await lead.post(`/de/staff/loans/${loan}/give-back`, { depositReturned: 'yes' })
    expect(await cardOf('Pavillon')).toContain('ist da')
    expect((await again(loan, 'give-back')).headers.get('location')).toContain('news=not-now')
  })

  test('is told when nothing is there, and from when on something is', async () => {
    const thing = await aThing(town, { name: 'Leiter' })
    await lends(town, thing)
    const refused = await send('westend-leiter', { fromOn: '2026-11-24', dueOn: '2026-11-26' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('ab 30. November 2026')
    expect((await send('westend-leiter', { fromOn: '2026-11-30', dueOn: '2026-12-02' })).status).toBe(303)
  })

  test.each([
    ['a day that is over', { fromOn: '2026-11-20', dueOn: '2026-11-24' }, 409],
    ['longer than it is lent', { fromOn: '2026-11-24', dueOn: '2026-12-24' }, 409],
    ['back before it begins', { fromOn: '2026-11-26', dueOn: '2026-11-24' }, 422],
    ['no name', { called: '' }, 422],
    ['more pieces than there are', { pieces: '2' }, 409],
  ])('cannot ask for %s', async (_, fields, status) => {
    await aThing(town, { name: 'Regeln' })
    expect((await send('westend-regeln', fields)).status).toBe(status)
  })

  test('finds it again by its code and takes it back with that; nothing of it is left', async () => {
    const thing = await aThing(town, { name: 'Trommel' })
    const page = load(await (await family.get(await asks('westend-trommel'))).text())
    const found = await family.post('/de/loans/code', { code: page('.big-code').text().toLowerCase() })
    const key = load(await found.text())('input[name=key]').val()
    await family.post('/de/loans/take-back', { key: String(key) })
    expect(await loanOf(thing)).toBeUndefined()
  })

  test('finds nothing that only the team lends', async () => {
    await aThing(town, { name: 'Intern', isOffered: false })
    expect(await (await family.get(offered)).text()).not.toContain('Intern')
    expect((await family.get('/de/lending/westend-intern')).status).toBe(404)
  })
})

describe('the team', () => {
  test('adds a thing, mends what was wrong, and lends a piece to somebody who stands there', async () => {
    const wrong = await lead.post('/de/staff/lending/new', {
      'texts.de.name': '',
      pieces: 'viele',
      mostDays: '7',
    })
    expect(wrong.status).toBe(422)
    const faults = load(await wrong.text())('[role=alert] a')
    expect(faults.map((_, link) => link.attribs.href).get()).toEqual(['#texts.de.name', '#pieces'])
    const facts = { 'texts.de.name': 'Spielkiste', pieces: '2', mostDays: '7', isOffered: 'yes' }
    const added = (await lead.post('/de/staff/lending/new', facts)).headers.get('location') ?? ''
    const thing = added.replace(/\?.*/, '')

    const lent = { called: 'Novak', contact: '0611 44', pieces: '2', dueOn: '2026-11-30' }
    const form = load(await (await lead.get(thing)).text())
    const renderingKey = String(form('input[name=renderingKey]').val())
    expect((await lead.post(`${thing}/lend`, { ...lent, renderingKey, dueOn: '' })).status).toBe(422)
    await lead.post(`${thing}/lend`, { ...lent, renderingKey })
    expect(load(await (await lead.get('/ar/staff/lending')).text())('main').text()).toContain('Novak')
    expect(await cardOf('Spielkiste')).not.toContain('Novak')
    const fewer = await lead.post(thing, { ...facts, pieces: '1' })
    expect(fewer.status).toBe(422)
    expect(await fewer.text()).toContain('mehr Stücke ausgeliehen')
  })

  test('lends the last piece once, however often the button is pressed', async () => {
    const thing = await aThing(town, { name: 'Nähmaschine' })
    const renderingKey = newSecret()
    const pressed = await Promise.all([1, 2].map(() => lends(town, thing, { renderingKey })))
    expect(pressed).toEqual([{ outcome: 'lent' }, { outcome: 'lent' }])
    expect((await lends(town, thing)).outcome).toBe('none-free')
    const { rows } = await admin.query(
      `select count(*)::int as lent from audit_entries where action = 'thing.lent' and subject_id = $1`,
      [thing],
    )
    expect(rows[0].lent).toBe(1)
  })

  test('sees on its start page what should be back', async () => {
    const thing = await aThing(town, { name: 'Zelt' })
    const weeksAgo = townNow.subtract({ hours: 24 * 20 })
    await lends(town, thing, { dueOn: Temporal.PlainDate.from('2026-11-20') }, weeksAgo)
    expect(await (await lead.get('/de/staff')).text()).toContain('geliehenes Ding ist nicht zurück')
    expect(await (await lead.get('/de/staff/lending')).text()).toContain('seit 3 Tagen')
    expect(await cardOf('Zelt')).toContain('wieder da ab 24. Nov.')
  })

  test('keeps what it promised: nobody else gets it for those days', async () => {
    const thing = await aThing(town, { name: 'Grill' })
    const address = await asks('westend-grill', { fromOn: '2026-11-28', dueOn: '2026-11-29' })
    await lead.post(`/de/staff/loans/${await loanOf(thing)}/promise`, {})
    expect((await lends(town, thing)).outcome).toBe('none-free')
    expect((await lends(town, thing, { dueOn: Temporal.PlainDate.from('2026-11-28') })).outcome).toBe('lent')
    await lead.post(`/de/staff/loans/${await loanOf(thing, 'promised')}/decline`, {
      reason: 'Er ist kaputt.',
    })
    expect(await (await family.get(address)).text()).toContain('Er ist kaputt.')
  })

  test('next door sees and changes nothing of it', async () => {
    const thing = await aThing(town, { name: 'Fremd' })
    await asks('westend-fremd', { called: 'Geheim' })
    expect(await (await nextDoor.get('/de/staff/lending')).text()).not.toContain('Geheim')
    for (const path of [`lending/${thing}`, `lending/${thing}/close`, `loans/${await loanOf(thing)}/promise`])
      expect(
        (await nextDoor.post(`/de/staff/${path}`, { 'texts.de.name': 'x', pieces: '1', mostDays: '1' }))
          .status,
      ).toBe(404)
  })
})

describe('more pieces than there are', () => {
  const rush = async (name: string) => {
    const thing = await aThing(town, { name, pieces: 2 })
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => lends(town, thing)))
    return answers.filter(each => each.status === 'fulfilled' && each.value.outcome === 'lent').length
  }
  const atOnce = <Each, Outcome>(those: readonly Each[], does: (each: Each) => Promise<Outcome>) =>
    those.map(each => does(each))
  const lendPast = (thing: string) =>
    admin
      .query(
        `insert into loans (city_id, provider_id, centre_id, thing_id, pieces, language, called, reach_by, from_on, due_on,
          entered_at, state, delete_on, rendering_key)
        select city_id, provider_id, centre_id, id, 2, 'de', 'x', 'visit', '2026-11-23', '2026-11-24', now(), 'lent',
          '2027-01-01', uuidv7() from lending_things where id = $1`,
        [thing],
      )
      .then(
        () => 'lent',
        error => error.constraint,
      )

  test('are never out, though six colleagues reach for them at once', async () => {
    expect(await rush('Rollbrett')).toBe(2)
  })

  test('are promised once for the same days, though four colleagues promise at once', async () => {
    const thing = await aThing(town, { name: 'Einrad' })
    const rush = { asAdmin: (statement: string) => admin.query(statement), atOnce }
    expect(await rushOfPromises(town, { thing, ...rush })).toBe(1)
  })

  test('are refused by the tables; the control: without the constraint they would be out', async () => {
    const thing = await aThing(town, { name: 'Einzeln' })
    const constraint = 'never_more_out_than_there_are'
    expect(await lendPast(thing)).toBe(constraint)
    await admin.query(`alter table lending_things drop constraint ${constraint}`)
    expect(await lendPast(thing)).toBe('lent')
    await admin.query(`delete from loans where thing_id = '${thing}'`)
    await admin.query(
      `alter table lending_things add constraint ${constraint} check (pieces_out between 0 and pieces)`,
    )
  })
})

test('thirty days after it came back nobody knows any more who had it', async () => {
  const thing = await aThing(town, { name: 'Rest' })
  await lends(town, thing, { called: 'residue-name', contact: { phone: '0611 777666', email: '' } })
  await lead.post(`/de/staff/loans/${await loanOf(thing)}/give-back`, {})
  expect(await after(29)).toContain('residue-name')
  const later = await after(31)
  expect(later).not.toMatch(/residue-name|777666/)
  expect(later).toContain('loan.deleted')
})

const after = async (days: number) => {
  const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
  for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
  const { rows } = await admin.query(`select (select json_agg(l)::text from loans l) as loans,
    (select json_agg(a)::text from audit_entries a) as audit, (select json_agg(m)::text from messages m) as messages`)
  return JSON.stringify(rows)
}

const cardOf = async (name: string) => {
  const page = load(await (await family.get(offered)).text())
  return page(`.kern-card:has(h2:contains("${name}"))`).text()
}

const wish = { fromOn: '2026-11-24', dueOn: '2026-11-26', called: 'Haddad', reachBy: 'visit' }

const send = async (slug: string, fields: Record<string, string>, language = 'de') => {
  const form = load(await (await family.get(`/${language}/lending/${slug}`)).text())
  const renderingKey = String(form('input[name=renderingKey]').val() ?? '')
  return family.post(`/${language}/lending/${slug}`, { ...wish, renderingKey, ...fields })
}

const asks = async (slug: string, fields: Record<string, string> = {}, language = 'de') => {
  const sent = await send(slug, fields, language)
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const loanOf = async (thing: string, state = '%'): Promise<string | undefined> => {
  const { rows } = await admin.query(
    'select id from loans where thing_id = $1 and state like $2 order by id',
    [thing, state],
  )
  return rows[0]?.id
}

const again = (loan: string | undefined, step: string) => lead.post(`/de/staff/loans/${loan}/${step}`, {})
