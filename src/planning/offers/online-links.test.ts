import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins, leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type TownSession } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import type { Actor } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotAllowed, NotFound } from '../../platform/refusals.ts'
import { parseValues } from '../../platform/web/form.ts'
import { hashOfLink } from '../../platform/web/keys.ts'
import { cancel } from '../../registration/index.ts'
import { cancelSession } from '../dates/cancel-session.ts'
import { whenForm } from '../plan/forms.ts'
import { keepOnlineLink, type LinkToKeep } from './online-links.ts'
import { deleteOnlineLinks } from './store/online-links.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const admin = new pg.Client({ connectionString: database.admin })
const visitor = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([visitor.close(), lead.close(), admin.end()]))

const secret = 'https://treffen.example/raum-zimtschnecke'

describe('the page of a family with a place, on 30 November with a session from 16:00 to 17:00', async () => {
  const { session, offer } = await anOnlineEvening()
  await linkOf(offer, secret)
  const { my } = await familyAt(session, 'Novak')

  test.each([
    ['the day before', '2026-11-29T15:00:00Z', 'erscheint hier: Montag, 30. November um 15:30'],
    ['a minute too early', '2026-11-30T14:29:00Z', 'erscheint hier'],
    ['half an hour before', '2026-11-30T14:30:00Z', secret],
    ['while it goes on', '2026-11-30T15:59:00Z', secret],
  ])('%s', async (_, at, expected) => {
    const page = await pageOf(my, at)
    expect(page).toContain(expected)
    expect(page.includes(secret)).toBe(expected === secret)
  })

  test('when it is over, the link is gone', async () => {
    const page = await pageOf(my, '2026-11-30T16:00:00Z')
    expect(page).not.toContain(secret)
    expect(page).not.toContain('So bist du dabei')
  })

  test('nothing keeps that page', async () => {
    visitor.moveTimeTo(duringIt)
    expect((await visitor.get(my)).headers.get('cache-control')).toBe('no-store')
  })
})

describe('nobody else sees the link while the session runs:', () => {
  test('who waits, who has cancelled, and who had a place in what is cancelled', async () => {
    const { session, offer } = await anOnlineEvening({ places: 2 })
    await linkOf(offer, secret)
    const kept = await familyAt(session, 'Fest')
    const gone = await familyAt(session, 'Weg')
    const waits = await familyAt(session, 'Wartet')
    await cancel(atTheDesk(town), gone.registrationId)
    const during = duringIt.toString()
    expect(await pageOf(kept.my, during)).toContain(secret)
    for (const { my } of [gone, waits]) expect(await pageOf(my, during)).not.toContain(secret)

    const lead = town.contextOf(leadOf(town.westend))
    await cancelSession(lead, { sessionId: session.id, reason: 'illness', note: '' })
    expect(await pageOf(kept.my, during)).not.toContain(secret)
  })

  test('another guardian of the child, whose key opens its own page alone', async () => {
    const { session, offer } = await anOnlineEvening()
    await linkOf(offer, secret)
    const { my, registrationId } = await familyAt(session, 'Zwei')
    const hash = hashOfLink(my.replace(/^.*\/my\//, ''))
    const behind = () =>
      inTransaction(atTheDesk(town), tx =>
        sql<{ address: string }>`select address from online_session_behind(${town.city.id}, ${hash},
          ${duringIt.toString()})`.execute(tx),
      )
    expect((await behind()).rows).toEqual([{ address: secret }])
    await admin.query(
      `with added as (insert into guardians (city_id, provider_id, centre_id, registration_id, called, added_at)
        select city_id, provider_id, centre_id, id, 'Deniz', now() from registrations where id = $1 returning id)
      update registration_links set guardian_id = added.id from added where hash = $2`,
      [registrationId, hash],
    )
    expect((await behind()).rows).toEqual([])
  })

  test('the desk, the leader next door and whoever forgets to say who asks read no such row', async () => {
    const { offer } = await anOnlineEvening()
    await linkOf(offer, secret)
    const rows = (actor: Actor) =>
      inTransaction(town.contextOf(actor), tx => tx.selectFrom('onlineLinks').selectAll().execute())
    const desk: Actor = { kind: 'desk', centreId: town.westend.id, providerId: town.westend.providerId }
    expect(await rows(desk)).toEqual([])
    expect(await rows(leadOf(town.dotzheim))).toEqual([])
    expect(await rows(leadOf(town.westend))).not.toEqual([])
    await admin.query('alter table online_links disable row level security')
    expect(await rows(desk)).not.toEqual([])
    await admin.query('alter table online_links enable row level security')
  })

  test('no public page, calendar or search, in any language, and no view; control: in a text it is found', async () => {
    const { session, offer } = await anOnlineEvening()
    await linkOf(offer, secret)
    await familyAt(session, 'Novak')
    visitor.moveTimeTo(duringIt)
    const walked = await walk(['/de', '/ar', '/en', '/de/offers?q=zimtschnecke', `/de/offers/${offer.slug}`])
    expect(walked.size).toBeGreaterThan(30)
    expect([...walked.keys()].filter(address => address.endsWith('.ics'))).not.toEqual([])
    expect(tellingOf(walked)).toEqual([])
    expect(await viewsWith('zimtschnecke')).toEqual([])

    await admin.query('update offer_texts set body = $1 where offer_id = $2', [secret, offer.id])
    expect(tellingOf(await walk([`/de/offers/${offer.slug}`]))).not.toEqual([])
    expect(await viewsWith('zimtschnecke')).toContain('offer_texts')
    await admin.query(`update offer_texts set body = '' where offer_id = $1`, [offer.id])
  }, 90_000)
})

describe('the lead', () => {
  test('enters one link for all dates and another for one of them, and takes it away again', async () => {
    const { session, offer } = await anOnlineEvening()
    const address = `/de/staff/programme/${offer.slug}/online`
    await lead.post(address, { address: secret, sessionId: '' })
    await lead.post(address, { address: 'https://anderswo.example/raum', sessionId: session.id })
    const { my } = await familyAt(session, 'Novak')
    expect(await pageOf(my, duringIt.toString())).toContain('https://anderswo.example/raum')

    await lead.post(address, { sessionId: session.id })
    expect(await pageOf(my, duringIt.toString())).toContain(secret)
    expect(await (await lead.get(address)).text()).toContain(secret)
    const offerPage = async () => (await lead.get(`/de/staff/programme/${offer.slug}`)).text()
    expect(await offerPage()).not.toContain('fehlt der Link')
    await lead.post(address, { sessionId: '' })
    expect(await offerPage()).toContain('fehlt der Link')
  })

  test.each(['treffen.example', 'http://treffen.example/x', 'javascript:alert(1)', 'https://'])(
    'is told that %s is no link',
    async typed => {
      const { offer } = await anOnlineEvening()
      const answer = await lead.post(`/de/staff/programme/${offer.slug}/online`, {
        address: typed,
        sessionId: '',
      })
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('er beginnt mit https://')
    },
  )

  test('of another centre, or for an offer on site or a date of another offer, is refused', async () => {
    const { offer } = await anOnlineEvening()
    const other = await anOnlineEvening()
    const onSite = await town.anOffer({ title: 'Vor Ort' })
    const link: LinkToKeep = { sessionId: null, address: secret }
    const keeps = (centre: typeof town.westend, slug: string, given = link) =>
      keepOnlineLink(town.contextOf(leadOf(centre)), slug, given)
    const { westend, dotzheim } = town
    await expect(keeps(dotzheim, offer.slug)).rejects.toBeInstanceOf(NotAllowed)
    await expect(keeps(westend, onSite.slug)).rejects.toBeInstanceOf(NotFound)
    const strange = { ...link, sessionId: other.session.id }
    await expect(keeps(westend, offer.slug, strange)).rejects.toBeInstanceOf(NotFound)
  })
})

test.each([
  ['https://treffen.example/raum', 'link-in-place'],
  ['www.treffen.example', 'link-in-place'],
  ['Raum 3, bei www Müller', undefined],
])('a place that says %s: %s, because everybody reads it', (place, problem) => {
  const read = parseValues({ place }, whenForm)
  expect(read.ok ? undefined : read.problems.place).toBe(problem)
})

test('a link is forgotten when nothing is held behind it any more', async () => {
  await admin.query('delete from online_links')
  const { offer } = await anOnlineEvening()
  await linkOf(offer, secret)
  const forget = (day: string) =>
    inTransaction(town.contextOf({ kind: 'system' }), tx =>
      deleteOnlineLinks(tx, town.city.id, Temporal.PlainDate.from(day), 10),
    )
  expect(await forget('2026-11-30')).toHaveLength(0)
  expect(await forget('2026-12-01')).toHaveLength(1)
  expect((await admin.query('select from online_links')).rowCount).toBe(0)
})

const duringIt = Temporal.Instant.from('2026-11-30T15:10:00Z')

/** Sixteen to seventeen o'clock in Berlin on 30 November. */
async function anOnlineEvening({ places = 9 } = {}) {
  const joining = { registration: 'session', counts: 'person', places } as const
  const offer = await town.anOffer({ title: 'Elternabend', way: 'online', kind: 'education', ...joining })
  const session = await town.aSession({ offer, on: '2026-11-30', at: '16:00', until: '17:00' })
  return { offer, session }
}

const linkOf = ({ slug }: { slug: string }, address: string) =>
  keepOnlineLink(town.contextOf(leadOf(town.westend)), slug, { sessionId: null, address })

/** The personal page of a family that has registered, one adult alone. */
async function familyAt(session: TownSession, called: string) {
  const { keys, registrationId } = await joins(town, session, aFamily(called, { children: 0 }))
  return { my: `/de/my/${keys.link}`, registrationId }
}

const pageOf = async (my: string, at: string) => {
  visitor.moveTimeTo(Temporal.Instant.from(at))
  return (await visitor.get(my)).text()
}

/** Every page a visitor reaches from here, by its address. */
async function walk(from: string[]) {
  const pages = new Map<string, string>()
  const asked = new Map<string, number>()
  const open = [...from]
  for (let address = open.shift(); address && pages.size < 120; address = open.shift()) {
    // Of one page in other languages and with other questions a few tell as much as all.
    const page = address.replace(/^\/(de|en|ar)/, '').replace(/\?.*/, '?')
    const times = asked.get(page) ?? 0
    if (pages.has(address) || times === 4) continue
    asked.set(page, times + 1)
    const text = await (await visitor.get(address)).text()
    pages.set(address, text)
    for (const [, href = ''] of text.matchAll(/href="(\/(?:de|en|ar)[^"#]*)/g))
      open.push(href.replaceAll('&amp;', '&'))
  }
  return pages
}

const tellingOf = (pages: Map<string, string>) =>
  [...pages].filter(([, text]) => text.includes('treffen.example/')).map(([address]) => address)

/** Views of the public role that hold the words in any column. */
async function viewsWith(words: string) {
  const { rows } = await admin.query(
    `select table_name as name from information_schema.views where table_schema = 'published'`,
  )
  const found = []
  for (const { name } of rows) {
    const { rowCount } = await admin.query(
      `select from published.${name} as v where to_jsonb(v)::text ilike $1`,
      [`%${words}%`],
    )
    if (rowCount) found.push(name)
  }
  return found
}
