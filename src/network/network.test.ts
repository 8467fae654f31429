import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { connect } from '../platform/database/connect.ts'
import { privacyJobs } from '../privacy/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))

const centrePage = (language = 'de') => `/${language}/centres/${town.westend.slug}`
const kita = { kind: 'daycare', 'contributes.de': 'Leiht uns den Turnraum.', isPublished: 'yes' }

describe('the lead', () => {
  test('enters a partner; families read what it contributes, also where their language is missing', async () => {
    await aPartner({ name: 'Kita Mond' })
    expect(await words(family.get(centrePage()))).toContain('Leiht uns den Turnraum.')
    const arabic = load(await (await family.get(centrePage('ar'))).text())
    expect(arabic('[lang=de][dir=ltr]').text()).toContain('Leiht uns den Turnraum.')
    expect(arabic('main').text()).toContain('مع من نعمل')
  })

  test('keeps a partner to herself until she publishes it, and takes it back', async () => {
    const internal = { ...kita, name: 'Polizei', isPublished: '' }
    const page = await aPartner(internal)
    expect(await words(family.get(centrePage()))).not.toContain('Polizei')
    await lead.post(page, { ...internal, isPublished: 'yes' })
    expect(await words(family.get(centrePage()))).toContain('Polizei')
    await lead.post(page, internal)
    expect(await words(family.get(centrePage()))).not.toContain('Polizei')
  })

  test('is told what is missing, and nothing typed is lost', async () => {
    const answer = await lead.post('/de/staff/network/new', { name: '', kind: '', website: 'kita.de' })
    expect(answer.status).toBe(422)
    const page = load(await answer.text())
    const links = page('[role=alert] a').toArray()
    expect(links.map(link => page(link).attr('href'))).toEqual(['#name', '#kind', '#website'])
    expect(page('input[name=website]').val()).toBe('kita.de')
  })

  test('cannot enter a partner twice', async () => {
    await aPartner({ name: 'Zweimal' })
    const twice = await lead.post('/de/staff/network/new', { ...kita, name: 'Zweimal' })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('Das steht schon in der Liste.')
  })

  test('signs one agreement at a time; the constraint says so too', async () => {
    const page = await aPartner({ name: 'Vertrag' })
    const sign = (from: string, until: string) =>
      lead.post(`${page}/agreements`, { signedOn: '2026-01-01', from, until })
    expect((await sign('2026-01-01', '2026-12-31')).status).toBe(303)
    expect((await sign('2026-12-31', '2027-12-31')).status).toBe(422)
    expect((await sign('2027-01-01', '2026-01-01')).status).toBe(422)
    expect((await sign('2027-01-01', '2027-12-31')).status).toBe(303)
    const straight =
      admin.query(`insert into network_agreements (city_id, provider_id, centre_id, partner_id, signed_on, valid)
      select city_id, provider_id, centre_id, id, '2026-01-01', '[2026-05-01,2026-06-01)' from network_partners where name = 'Vertrag'`)
    await expect(straight).rejects.toThrow('one_agreement_at_a_time')
  })

  test('finds on her start page what runs out within sixty days, until it is renewed', async () => {
    await admin.query('delete from network_agreements')
    const page = await aPartner({ name: 'Läuft aus' })
    await lead.post(`${page}/agreements`, {
      ...{ signedOn: '2025-01-01', from: '2025-01-01', until: '2027-01-22' },
    })
    expect(await words(lead.get('/de/staff'))).toContain('Vereinbarung läuft aus')
    lead.moveTimeTo(townNow.subtract({ hours: 24 }))
    expect(await words(lead.get('/de/staff'))).not.toContain('Vereinbarung läuft aus')
    lead.moveTimeTo(townNow)
    await lead.post(`${page}/agreements`, {
      ...{ signedOn: '2026-11-01', from: '2027-01-23', until: '2028-12-31' },
    })
    expect(await words(lead.get('/de/staff'))).not.toContain('Vereinbarung läuft aus')
  })
})

describe('a contact person', () => {
  test('is seen by the team alone: not on the page of the centre, not next door', async () => {
    const page = await aPartner({ name: 'Mit Person' })
    await lead.post(`${page}/contacts`, { contactName: 'Ines Geheim', role: '', phone: '', email: '' })
    expect(await words(lead.get(page))).toContain('Ines Geheim')
    expect(await words(family.get(centrePage()))).toContain('Mit Person')
    expect(await words(family.get(centrePage()))).not.toContain('Ines Geheim')
    expect((await nextDoor.get(page)).status).toBe(404)
    expect(await words(nextDoor.get('/de/staff/network'))).not.toContain('Mit Person')
  })

  test('cannot be read by the role of public pages, not even if it asks; the control can', async () => {
    const asVisitor = connect(database.public)
    const ask = () => asVisitor.selectFrom('networkContacts').select('name').execute()
    await expect(ask()).rejects.toThrow('permission denied')
    await admin.query('grant select on network_contacts to kieznetz_public')
    await admin.query('alter table network_contacts disable row level security')
    expect(await ask()).not.toEqual([])
    await admin.query('alter table network_contacts enable row level security')
    await admin.query('revoke select on network_contacts from kieznetz_public')
    await asVisitor.destroy()
  })

  test('is forgotten a year after the agreement ended, and with her partner at once', async () => {
    const page = await aPartner({ name: 'Endet' })
    await lead.post(`${page}/agreements`, {
      ...{ signedOn: '2026-11-01', from: '2026-11-01', until: '2027-02-28' },
    })
    await lead.post(`${page}/contacts`, {
      ...{ contactName: 'residue-name', role: 'residue-role' },
      ...{ phone: '0611 7766554', email: 'residue@example.org' },
    })
    const other = await aPartner({ name: 'Wird entfernt' })
    await lead.post(`${other}/contacts`, { contactName: 'gone-at-once', role: '', phone: '', email: '' })
    await lead.post(`${other}/take-out`, {})
    expect(await residue()).not.toContain('gone-at-once')

    const on = async (day: string) => {
      const context = town.contextOf({ kind: 'system' }, Temporal.Instant.from(`${day}T08:00:00Z`))
      for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
    }
    await on('2028-02-29')
    expect(await residue()).toContain('residue-name')
    await on('2028-03-01')
    expect(await residue()).not.toMatch(/residue|7766554/)
  })
})

describe('a meeting', () => {
  test('has tasks with one owner each; what is overdue stands on the start page until it is done', async () => {
    await aPartner({ name: 'Macht mit' })
    const meeting = await aMeeting()
    const form = load(await (await lead.get(meeting)).text())
    const partner = form('select[name=owner] option')
      .toArray()
      .find(option => form(option).text() === 'Macht mit')
    const owner = String(form(partner ?? '').attr('value'))
    const given = await lead.post(`${meeting}/tasks`, { words: 'Raum suchen', owner, dueOn: '2026-11-20' })
    expect(given.status).toBe(303)
    expect(await words(lead.get('/de/staff'))).toContain('Aufgabe aus dem Netzwerk ist überfällig')

    const page = load(await (await lead.get(meeting)).text())
    expect(page('main').text()).toContain('überfällig')
    const tick = String(page('form[action*="/tasks/"]').attr('action'))
    expect((await nextDoor.post(tick, { done: 'yes' })).status).toBe(404)
    await lead.post(tick, { done: 'yes' })
    expect(await words(lead.get('/de/staff'))).not.toContain('aus dem Netzwerk')
  })

  test('gives nothing to somebody who is not there, and nothing to two', async () => {
    const meeting = await aMeeting('2026-10-02')
    const strange = await lead.post(`${meeting}/tasks`, {
      ...{ words: 'X', owner: 'account/nobody', dueOn: '2026-12-01' },
    })
    expect(strange.status).toBe(404)
    const two =
      admin.query(`insert into network_tasks (city_id, provider_id, centre_id, meeting_id, words, account_id, partner_id, due_on)
      select m.city_id, m.provider_id, m.centre_id, m.id, 'Y', 'x', p.id, '2026-12-01' from network_meetings m, network_partners p limit 1`)
    await expect(two).rejects.toThrow('one_owner')
  })

  test('keeps a partner in the list as long as it has something to do', async () => {
    const page = await aPartner({ name: 'Beschäftigt' })
    const meeting = await aMeeting('2026-10-03')
    const owner = `partner/${page.split('/').at(-1)}`
    await lead.post(`${meeting}/tasks`, { words: 'Plakate', owner, dueOn: '2026-12-01' })
    const refused = await lead.post(`${page}/take-out`, {})
    expect(refused.headers.get('location')).toContain('has-tasks')
    expect((await lead.get(page)).status).toBe(200)
  })
})

test('a change of what is published is told to whoever keeps pages, a contact person is not', async () => {
  const listener = new pg.Client({ connectionString: database.admin })
  await listener.connect()
  const heard: string[] = []
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await listener.query('listen kieznetz_changes')
  const page = await aPartner({ name: 'Laut' })
  await listener.query('select 1')
  expect(heard.filter(news => news.startsWith('programme')).length).toBeGreaterThan(0)
  heard.length = 0
  await lead.post(`${page}/contacts`, { contactName: 'Leise', role: '', phone: '', email: '' })
  await listener.query('select 1')
  expect(heard).toEqual([])
  await listener.end()
})

const words = async (answer: Promise<Response>) =>
  load(await (await answer).text())('main')
    .text()
    .replaceAll(/\s+/g, ' ')

/** Enters a partner of the KiEZ Westend, and returns the address of its page. */
const aPartner = async (fields: Record<string, string>) => {
  const sent = await lead.post('/de/staff/network/new', { ...kita, ...fields })
  expect(sent.status).toBe(303)
  return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
}

const aMeeting = async (heldOn = '2026-10-01') => {
  const facts = { heldOn, place: 'Kita Mond', agenda: 'Winterfest', decisions: '' }
  const sent = await lead.post('/de/staff/network/meetings/new', facts)
  return (sent.headers.get('location') ?? '').replace(/\?.*/, '')
}

/** Everything that is stored about the network and what was done with it, as one text. */
const residue = async () => {
  const { rows } = await admin.query(`select (select json_agg(c)::text from network_contacts c) as contacts,
    (select json_agg(p)::text from network_partners p) as partners,
    (select json_agg(t)::text from network_tasks t) as tasks, (select json_agg(a)::text from audit_entries a) as audit,
    (select json_agg(j)::text from pgboss.job j) as jobs`)
  return JSON.stringify(rows)
}
