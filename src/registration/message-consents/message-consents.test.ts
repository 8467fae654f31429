import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { tablesWith } from '../../../tests/support/residue.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { outreachJobs } from '../../outreach/index.ts'
import { privacyJobs } from '../../privacy/index.ts'
import { againTextVersion, mediaFor } from './message-consent.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
const { registers, page } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), leads.close(), admin.end()]))
afterEach(() => admin.query('truncate identity.rate_limits, message_consents'))
beforeEach(() => admin.query('truncate messages'))

const here = { country: 'DE', sendsSms: true }
const email = { kind: 'email', email: 'a@example.org' } as const
const mobile = { kind: 'phone', phone: '0171 3920012' } as const
const landline = { kind: 'phone', phone: '0611 313131' } as const
test.each([
  ['an address', { contact: email }, ['email']],
  ['a number that was confirmed', { contact: mobile, isNumberConfirmed: true as const }, ['sms', 'call']],
  ['one that may be a stranger’s', { contact: mobile }, []],
  ['a landline', { contact: landline }, ['call']],
  ['a code on paper', { contact: { kind: 'none' as const } }, []],
  ['an address where somebody may read along', { contact: { ...email, neutral: true } }, []],
  ['a locked household', { contact: email, isLocked: true as const }, []],
])('by %s one can be told', (_, reached, media) => {
  expect(mediaFor(reached, here)).toEqual(media)
})

test('whoever changes the words of the consent counts their version up', () => {
  const { registration } = JSON.parse(readFileSync('messages/families/de.json', 'utf8'))
  const hash = createHash('sha256').update(registration.again.text).digest('hex').slice(0, 8)
  expect([againTextVersion, hash]).toEqual([1, '541f6c8c'])
})

describe('a family that says yes on its page', () => {
  test.each(['de', 'ar'])('is told once when there are new dates, in %s', async language => {
    const group = await aGroup()
    const { link } = await registers(group.session, { language })
    await says('yes', link, language)
    expect(await consents()).toMatchObject([
      { medium: 'email', purpose: 'offer-again', text_version: 1, language, given_by: 'family' },
    ])
    expect(await toTell(group)).toBe('')
    await tells(group)
    expect(await messages()).toEqual([])

    await newDates(group)
    expect(await toTell(group)).toContain('1')
    await tells(group)
    const [sent, ...more] = await messages()
    expect(more).toEqual([])
    expect(sent.facts.subject).toContain('Krabbelgruppe')
    expect(sent.facts.stopAddress).toMatch(new RegExp(`^/${language}/no-news/`))
    await Promise.all([tells(group), tells(group)])
    expect(await messages()).toHaveLength(1)
    const audit = `select amount from audit_entries where action = 'offer.again-told' and subject_id = $1`
    expect((await admin.query(audit, [group.offer.id])).rows).toEqual([{ amount: 1 }])

    await newDates(group, '2027-03-08')
    await tells(group)
    expect(await messages()).toHaveLength(2)
  })

  test('is told of the next season, which is another offer', async () => {
    const group = await aGroup()
    const { link } = await registers(group.session)
    await says('yes', link)
    const next = await aGroup('2027-02-01')
    await admin.query('update offers set copy_of = $1 where id = $2', [group.offer.id, next.offer.id])
    await tells(next)
    expect(await messages()).toHaveLength(1)
  })

  test('takes it back by the same tap, and is not told; nor is what waits to leave', async () => {
    const group = await aGroup()
    const { link } = await registers(group.session)
    await says('yes', link)
    await newDates(group)
    await tells(group)
    await says('no', link)
    expect([await consents(), await messages()]).toEqual([[], []])
    await newDates(group, '2027-03-08')
    await tells(group)
    expect(await messages()).toEqual([])
  })

  test('ends it by one click in a message, also in one that came earlier', async () => {
    const group = await aGroup()
    await says('yes', (await registers(group.session)).link)
    await newDates(group)
    await tells(group)
    const [{ facts: first }] = await messages()
    await newDates(group, '2027-03-08')
    await tells(group)
    const asked = await page(first.stopAddress)
    expect(asked.$('main').text()).toContain('Doch keine E-Mail')
    expect(await consents()).toHaveLength(1)
    // A mail program is no browser: it says neither from which site it comes nor who it is.
    const stopped = await web.request(`http://localhost${first.stopAddress}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([stopped.status, await consents()]).toEqual([200, []])
    expect((await web.post(first.stopAddress, {})).status).toBe(200)
  })

  const ends: [string, (link: string, id: string) => Promise<unknown>][] = [
    ['chooses safe contact', link => web.post(`/de/my/${link}/family/safe`, { neutral: 'yes' })],
    ['wants no word at all', link => web.post(`/de/my/${link}/family/safe`, { do: 'never' })],
    ['is locked', (_, id) => leads.post(`/de/staff/registrations/${id}/lock`, {})],
    ['erases itself', link => web.post(`/de/my/${link}/family/erase`, { sure: 'yes' })],
    [
      'has another address',
      link => web.post(`/de/my/${link}/change`, { ...sentAgain, email: 'b@example.org' }),
    ],
  ]
  test.each(ends)('is not told once it %s', async (_, happens) => {
    const group = await aGroup()
    const { link } = await registers(group.session)
    await says('yes', link)
    await newDates(group)
    await tells(group)
    const { rows } = await admin.query('select id from registrations where intake_id = $1', [
      group.session.intakeId,
    ])
    await happens(link, rows[0].id)
    expect([await consents(), await messages()]).toEqual([[], []])
  })

  test('has no way to choose what would not reach it', async () => {
    const group = await aGroup()
    const { link } = await registers(group.session)
    const [registration = ''] = (await page(`/de/my/${link}/family`))
      .$('#again [name=registration]')
      .map((_, field) => load(field)('input').attr('value'))
      .get()
    const sent = await web.post(`/de/my/${link}/family/again`, { registration, medium: 'sms', wants: 'yes' })
    expect([sent.status, await consents()]).toEqual([404, []])
  })
})

test('control: without a consent nobody is told', async () => {
  const group = await aGroup()
  await registers(group.session)
  await newDates(group)
  expect(await toTell(group)).toBe('')
  await tells(group)
  expect(await messages()).toEqual([])
})

test('the yes outlives the registration for a year, and then nothing of it is left', async () => {
  const group = await aGroup()
  const { link } = await registers(group.session, { called: 'Zülal', email: 'zuelal@familie.example' })
  await says('yes', link)
  await admin.query('truncate messages')
  await deletesAt('2027-03-01T02:00Z')
  expect(await tablesWith(admin, ['zülal', 'zuelal@'])).toEqual(['public.message_consents'])
  await deletesAt('2027-11-22T02:00Z')
  expect(await consents()).toHaveLength(1)
  await deletesAt('2027-11-23T02:00Z')
  expect(await tablesWith(admin, ['zülal', 'zuelal@'])).toEqual([])
  const { rows } = await admin.query(
    `select amount from audit_entries where action = 'message-consent.deleted'`,
  )
  expect(rows).toEqual([{ amount: 1 }])
})

describe('at the desk', () => {
  test('staff write down who said yes, call who wants a call, and take it back', async () => {
    const group = await aGroup()
    const address = `/de/staff/programme/${group.offer.slug}/again`
    const asked = { called: 'Olga', medium: 'call', address: '0611 313131', language: 'ru' }
    const silent = await leads.post(address, asked)
    expect([silent.status, load(await silent.text())('#errors a').attr('href')]).toEqual([422, '#agrees'])
    const mail = await leads.post(address, { ...asked, medium: 'email', agrees: 'yes' })
    expect([mail.status, load(await mail.text())('#errors a').attr('href')]).toEqual([422, '#address'])
    await leads.post(address, { ...asked, agrees: 'yes' })
    expect(await consents()).toMatchObject([{ given_by: 'staff', language: 'ru', medium: 'call' }])

    await newDates(group)
    await tells(group)
    expect(await messages()).toEqual([])
    const list = load(await (await leads.get(address)).text())
    expect(list('main').text()).toContain('0611 313131')
    await leads.post(String(list('form[action$="/called"]').attr('action')), {})
    const called = load(await (await leads.get(address)).text())
    expect(called('form[action$="/called"]')).toHaveLength(0)
    await leads.post(String(called('form[action$="/withdraw"]').attr('action')), {})
    expect(await consents()).toEqual([])
    const { rows } = await admin.query(
      `select action from audit_entries where subject_id = $1 and action ~ '^(message-consent|offer.again)' order by at, id`,
      [group.offer.id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'message-consent.given',
      'offer.again-told',
      'message-consent.withdrawn',
    ])
  })

  test('an SMS says where to look and how to end it', async () => {
    const group = await aGroup()
    await leads.post(`/de/staff/programme/${group.offer.slug}/again`, {
      ...{ called: 'Olga', medium: 'sms', address: '0171 3920012', language: 'de', agrees: 'yes' },
    })
    await newDates(group)
    await tells(group)
    const [{ channel, facts }] = await messages()
    expect(channel).toBe('phone')
    expect(facts.paragraphs.map(({ address }: { address?: string }) => address)).toEqual([
      undefined,
      `/de/offers/${group.offer.slug}`,
      facts.stopAddress,
    ])
  })

  test('where no SMS goes, somebody calls; taken back, nobody does', async () => {
    const group = await aGroup()
    const address = `/de/staff/programme/${group.offer.slug}/again`
    await leads.post(address, {
      ...{ called: 'Olga', medium: 'sms', address: '0171 3920012', language: 'de', agrees: 'yes' },
    })
    await newDates(group)
    await tells(group)
    const { rows } = await admin.query('select id from messages')
    const system = town.contextOf({ kind: 'system' })
    const [deliverJob] = outreachJobs({ isDemo: false })
    await deliverJob?.run(system, { data: { messageId: rows[0].id }, attempt: 1, isLastAttempt: false })

    const calls = async () => load(await (await leads.get('/de/staff/calls')).text())('main section')
    const card = (await calls()).filter((_, each) => load(each).text().includes('Olga')).text()
    expect(card).toMatch(/0171 3920012.*Krabbelgruppe/s)
    expect(card).not.toContain('/no-news/')
    const list = load(await (await leads.get(address)).text())
    await leads.post(String(list('form[action$="/withdraw"]').attr('action')), {})
    expect((await calls()).text()).not.toContain('Olga')
  })

  test('another centre’s lead sees and tells nobody', async () => {
    const group = await aGroup('2026-12-01', town.dotzheim)
    const address = `/de/staff/programme/${group.offer.slug}/again`
    expect((await leads.get(address)).status).toBe(404)
    for (const path of ['', '/tell']) expect((await leads.post(`${address}${path}`, yes)).status).toBe(404)
  })
})

const yes = { called: 'X', medium: 'email', address: 'x@example.org', language: 'de', agrees: 'yes' }
const sentAgain = {
  ...{ called: 'Amina', adults: '1' },
  ...{ 'childName[]': 'Mila', 'childMonth[]': '', 'childYear[]': '' },
}

type Group = Awaited<ReturnType<typeof aGroup>>

async function aGroup(on = '2026-12-01', centre = town.westend) {
  const given = { title: 'Krabbelgruppe', registration: 'session', counts: 'child', places: 9 } as const
  const offer = await town.anOffer({ ...given, centre })
  return { offer, session: await town.aSession({ offer, on }) }
}

const newDates = ({ offer }: Group, on = '2027-02-01') => town.aSession({ offer, on })

const says = async (word: 'yes' | 'no', link: string, language = 'de') => {
  const { $ } = await page(`/${language}/my/${link}/family`)
  const form = $('#again form').has(`[name=wants][value=${word}]`).first()
  const field = (name: string) => String(form.find(`[name=${name}]`).attr('value'))
  await web.post(String(form.attr('action')), {
    ...{ registration: field('registration'), medium: field('medium'), wants: word },
  })
}

const tells = ({ offer }: Group) => leads.post(`/de/staff/programme/${offer.slug}/again/tell`, {})

/** What the button of the lead says; empty where there is none. */
const toTell = async ({ offer }: Group) => {
  const $ = load(await (await leads.get(`/de/staff/programme/${offer.slug}/again`)).text())
  return $('form[action$="/tell"] button').text()
}

const consents = async () => (await admin.query('select * from message_consents')).rows
/** Those that were put down by a consent. */
const messages = async () =>
  (await admin.query(`select * from messages where facts ? 'consentId' order by created_at, id`)).rows

const deletesAt = async (at: string) => {
  const context = town.contextOf({ kind: 'system' }, Temporal.Instant.from(at))
  for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
}
