import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aPlan } from '../../tests/support/offer-answers.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { addPartner } from '../network/index.ts'
import { valuesToPropose } from '../planning/index.ts'
import { privacyJobs } from '../privacy/index.ts'
import { proposalsJobs } from './jobs.ts'
import { makeLink } from './make-link.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const web = webForTest(database, { as: leadOf(town.westend) })
const partner = webForTest(database)
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([web.close(), partner.close(), nextDoor.close(), admin.end()]))

const kita = await aPartner('Kita Sonnenblume')
const school = await aPartner('Grundschule')
const email = 'kita@sonnenblume.example'

describe('a link for a partner', () => {
  test('is shown once, sent where there is an address, and kept as a hash alone', async () => {
    const answer = await web.post('/de/staff/proposals/links', { partnerId: kita, email, language: 'ar' })
    expect(answer.status).toBe(200)
    const address = load(await answer.text())('main a.number').attr('href') ?? ''
    expect(new URL(address).pathname).toMatch(/^\/ar\/partner\/[\w-]{22}$/)
    const link = new URL(address).pathname.split('/').at(-1) ?? ''
    const { rows } = await admin.query('select link_hash from partner_links')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(link)
    const letters = await admin
      .query(`select facts from messages where contact_email = $1`, [email])
      .catch(() => admin.query(`select to_jsonb(m) as facts from messages m`))
    expect(JSON.stringify(letters.rows)).toContain(link)
  })

  test('a new one takes the old one back; a revoked or expired one opens nothing', async () => {
    const { link: old } = await makeLink(lead, { partnerId: kita, email: '', language: 'de' })
    const { link } = await makeLink(lead, { partnerId: kita, email: '', language: 'de' })
    expect(await statusOf(old)).toBe(410)
    expect(await statusOf(link)).toBe(200)
    await web.post('/de/staff/proposals/links/revoke', { partnerId: kita })
    expect(await statusOf(link)).toBe(410)

    const { link: expiring } = await makeLink(lead, { partnerId: kita, email: '', language: 'de' })
    await admin.query(`update partner_links set expires_on = '2026-11-23'`)
    expect(await statusOf(expiring)).toBe(410)
    expect(await statusOf('a'.repeat(22))).toBe(410)
  })

  test('nobody next door makes or takes back a link of ours', async () => {
    const asked = { partnerId: kita, email: '', language: 'de' }
    expect((await nextDoor.post('/de/staff/proposals/links', asked)).status).toBe(404)
    expect((await nextDoor.post('/de/staff/proposals/links/revoke', { partnerId: kita })).status).toBe(404)
  })
})

describe('a proposal', () => {
  test('is sent, sent back with a reason, mended, and approved; then families see it', async () => {
    const { link } = await makeLink(lead, { partnerId: kita, email, language: 'de' })
    const sent = await partner.post(`/de/partner/${link}/new`, await filled(link, { note: 'höchstens 8' }))
    expect(sent.headers.get('location')).toBe(`/de/partner/${link}?news=sent`)
    const id = await latestProposal()
    expect(await offersCalled('Vorlesen')).toEqual([])

    const shown = await page(web, `/de/staff/proposals/${id}`)
    expect(shown('main').text()).toContain('Vorlesen')
    expect(shown('main').text()).toContain('höchstens 8')
    expect((await page(web, '/de/staff'))('main').text()).toContain('Vorschlag von Partnern wartet')
    expect((await web.post(`/de/staff/proposals/${id}/send-back`, { reason: '' })).status).toBe(422)
    await web.post(`/de/staff/proposals/${id}/send-back`, { reason: 'Bitte später am Tag' })

    const own = await page(partner, `/de/partner/${link}`)
    expect(own('main').text()).toContain('bitte ändern')
    expect(own('main').text()).toContain('Bitte später am Tag')
    const form = await page(partner, `/de/partner/${link}/proposals/${id}`)
    expect(form('[name="texts.de.title"]').attr('value')).toBe('Vorlesen')
    const mended = pairsOf(form).map(([name, value]): [string, string] =>
      name === 'slots.0.starts' ? [name, '10:00'] : [name, value],
    )
    const again = await partner.post(`/de/partner/${link}/proposals/${id}`, mended)
    expect(again.headers.get('location')).toBe(`/de/partner/${link}?news=mended`)

    const approved = await approve(shown, id)
    expect(approved.status).toBe(409)
    const now = load(await approved.text())
    expect(now('main').text()).toContain('eben geändert')
    expect(await offersCalled('Vorlesen')).toEqual([])
    const approvedAfter = await approve(now, id)
    expect(approvedAfter.headers.get('location')).toBe('/de/staff/proposals?news=approved')
    const list = await page(web, '/de/staff/proposals')
    expect(list('a:contains("Zum Angebot")').attr('href')).toMatch(
      /^\/de\/staff\/programme\/[a-z-]*vorlesen$/,
    )
    expect(await offersCalled('Vorlesen')).toEqual(['published'])
    const approvedOwn = await page(partner, `/de/partner/${link}`)
    expect(approvedOwn('main').text()).toContain('Vorlesen')
    expect(approvedOwn('main').text()).toContain('Änderung vorschlagen')
    const said = await allLetters()
    expect(said).toContain('Bitte später am Tag')
    expect(said).toContain('Angenommen: Vorlesen')
  })

  test('the last approved state stays public until a change is approved, mended by the lead', async () => {
    const { link } = await makeLink(lead, { partnerId: kita, email: '', language: 'de' })
    const offer = await offerCalled('Vorlesen')
    const change = await page(partner, `/de/partner/${link}/offers/${offer.id}`)
    const wished = pairsOf(change).map(([name, value]): [string, string] =>
      name === 'place' ? [name, 'Garten'] : [name, value],
    )
    expect((await partner.post(`/de/partner/${link}/offers/${offer.id}`, wished)).status).toBe(303)
    const second = await page(partner, `/de/partner/${link}/offers/${offer.id}`)
    const refused = await partner.post(`/de/partner/${link}/offers/${offer.id}`, pairsOf(second))
    expect(refused.status).toBe(409)

    expect((await offerCalled('Vorlesen')).place).toBe('Gruppenraum')
    const id = await latestProposal()
    const side = await page(web, `/de/staff/proposals/${id}`)
    const lines = side('tbody tr')
      .toArray()
      .map(line => side(line).text())
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('Gruppenraum')
    expect(lines[0]).toContain('Garten')

    const edit = await web.post(`/de/staff/proposals/${id}/edit`, {})
    const draft = edit.headers.get('location') ?? ''
    const when = await page(web, `${draft}/when`)
    const mended = pairsOf(when).map(([name, value]): [string, string] =>
      name === 'place' ? [name, 'Garten der Kita'] : [name, value],
    )
    await web.post(`${draft}/when`, mended)
    await web.post(`${draft}/check`, { do: 'save', offerId: offer.id })
    expect((await offerCalled('Vorlesen')).place).toBe('Garten der Kita')
    expect(await stateOf(id)).toBe('approved')
  })

  test('what is missing is named at its field, and nothing typed is lost', async () => {
    const { link } = await makeLink(lead, { partnerId: kita, email: '', language: 'ar' })
    const answer = await partner.post(
      `/ar/partner/${link}/new`,
      await filled(link, { place: 'هنا' }, 'texts.de.title'),
    )
    expect(answer.status).toBe(422)
    const html = load(await answer.text())
    expect(html('#errors a').attr('href')).toBe('#texts.de.title')
    expect(html('[name="place"]').attr('value')).toBe('هنا')
    const slots = await partner.post(`/de/partner/${link}/new`, await filled(link, { do: 'add' }))
    expect(load(await slots.text())('.slot')).toHaveLength(2)
  })

  test('is taken back by its partner, and by no other', async () => {
    const [ours, theirs] = [
      await makeLink(lead, { partnerId: kita, email: '', language: 'de' }),
      await makeLink(lead, { partnerId: school, email: '', language: 'de' }),
    ]
    await partner.post(`/de/partner/${ours.link}/new`, await filled(ours.link, {}))
    const id = await latestProposal()
    expect((await partner.get(`/de/partner/${theirs.link}/proposals/${id}`)).status).toBe(404)
    await partner.post(`/de/partner/${theirs.link}/proposals/${id}/take-back`, {})
    expect(await stateOf(id)).toBe('sent')
    await partner.post(`/de/partner/${ours.link}/proposals/${id}/take-back`, {})
    expect(await stateOf(id)).toBeUndefined()
    const { id: offerId } = await offerCalled('Vorlesen')
    expect((await partner.get(`/de/partner/${theirs.link}/offers/${offerId}`)).status).toBe(404)
  })

  test('is no business of the lead next door', async () => {
    const { link } = await makeLink(lead, { partnerId: kita, email: '', language: 'de' })
    await partner.post(`/de/partner/${link}/new`, await filled(link, {}))
    const id = await latestProposal()
    expect((await nextDoor.get(`/de/staff/proposals/${id}`)).status).toBe(404)
    expect((await nextDoor.post(`/de/staff/proposals/${id}/approve`, {})).status).toBe(404)
    expect(await stateOf(id)).toBe('sent')
  })
})

test('a partner is asked once about an offer that nobody looked at, and says with one press that it is right', async () => {
  await makeLink(lead, { partnerId: kita, email, language: 'de' })
  const { id } = await offerCalled('Vorlesen')
  const asks = async (day: string) => {
    for (const { run } of proposalsJobs) await run(systemOn(day), { data: {} } as Parameters<typeof run>[1])
    const { rows } = await admin.query(
      `select facts::text as said from messages where facts::text like '%noch stimmen%'`,
    )
    return rows.map(({ said }) => String(said))
  }
  expect(await asks('2027-02-13')).toHaveLength(0)
  expect(await asks('2027-02-16')).toHaveLength(1)
  expect(await asks('2027-02-17')).toHaveLength(1)
  const [, link = ''] = /partner\/([\w-]{22})/.exec((await asks('2027-02-17'))[0] ?? '') ?? []

  await admin.query(`update offers set state = 'stale', checked_on = '2026-01-01' where id = $1`, [id])
  const own = await page(partner, `/de/partner/${link}`)
  expect(own('main').text()).toContain('Familien sehen es gerade nicht')
  await partner.post(`/de/partner/${link}/offers/${id}/still-right`, {})
  expect(await offersCalled('Vorlesen')).toEqual(['published'])
  expect((await page(partner, `/de/partner/${link}`))('main').text()).not.toContain('gerade nicht')
  const { link: other } = await makeLink(lead, { partnerId: school, email: '', language: 'de' })
  await admin.query(`update offers set state = 'stale' where id = $1`, [id])
  await partner.post(`/de/partner/${other}/offers/${id}/still-right`, {})
  expect(await offersCalled('Vorlesen')).toEqual(['stale'])
})

test('links and proposals are gone on their last day, and with the partner', async () => {
  const { link } = await makeLink(lead, { partnerId: school, email: '', language: 'de' })
  await partner.post(`/de/partner/${link}/new`, await filled(link, {}))
  const rows = async () => [await count('partner_links'), await count('offer_proposals')]
  await deleteExpired(systemOn('2027-11-22'))
  expect((await rows()).every(amount => amount > 0)).toBe(true)
  await deleteExpired(systemOn('2027-11-23'))
  expect(await rows()).toEqual([0, 0])
})

test('the desk takes a proposal in and cannot read it again', async () => {
  const app = new pg.Client({ connectionString: database.app })
  await app.connect()
  const { link } = await makeLink(lead, { partnerId: kita, email: '', language: 'de' })
  await partner.post(`/de/partner/${link}/new`, await filled(link, {}))
  const asDesk = async () => {
    await app.query('begin')
    await app.query(
      `select set_config('app.kind', 'desk', true), set_config('app.city', $1, true),
      set_config('app.centres', $2, true)`,
      [town.city.id, `{${town.westend.id}}`],
    )
    const { rowCount } = await app.query('select 1 from offer_proposals')
    await app.query('rollback')
    return rowCount
  }
  expect(await asDesk()).toBe(0)
  await admin.query('alter table offer_proposals disable row level security')
  expect(await asDesk()).toBeGreaterThan(0)
  await app.end()
})

async function aPartner(name: string) {
  const facts = { name, kind: 'daycare' as const, website: '', isPublished: false, contributes: {} }
  const added = await addPartner(lead, { centreId: town.westend.id, providerId: town.westend.providerId }, {
    ...{ ...facts, isExample: false },
  } as Parameters<typeof addPartner>[2])
  if (added.outcome !== 'added') throw new Error(added.outcome)
  return added.id
}

/** The page to propose with all that is needed, and what the test types otherwise. */
async function filled(link: string, typed: Record<string, string>, without = '') {
  const form = await page(partner, `/de/partner/${link}/new`)
  const renderingKey = String(form('[name="renderingKey"]').attr('value'))
  const plan = valuesToPropose(aPlan({ what: { 'texts.de.title': 'Vorlesen' } }))
  const values = { ...plan, renderingKey, ...typed }
  return Object.entries(values).flatMap(([name, value]): [string, string][] =>
    name === without
      ? []
      : Array.isArray(value)
        ? value.map(each => [`${name}[]`, each])
        : [[name, String(value)]],
  )
}

async function page(as: typeof web, address: string) {
  const answer = await as.get(address)
  expect(answer.status).toBe(200)
  return load(await answer.text())
}

function pairsOf(html: ReturnType<typeof load>) {
  return html('main form')
    .last()
    .serializeArray()
    .map(({ name, value }): [string, string] => [name, String(value)])
}

/** Presses the button of a page, which knows what it has shown. */
const approve = (shown: ReturnType<typeof load>, id: string) =>
  web.post(`/de/staff/proposals/${id}/approve`, {
    seen: String(shown('main [name="seen"]').attr('value')),
  })

const statusOf = async (link: string) => (await partner.get(`/de/partner/${link}`)).status
const count = async (table: string) => (await admin.query(`select from ${table}`)).rowCount ?? 0

async function allLetters() {
  const { rows } = await admin.query('select to_jsonb(m)::text as letter from messages m')
  return rows.map(({ letter }) => letter).join()
}

async function latestProposal(): Promise<string> {
  const { rows } = await admin.query('select id from offer_proposals order by sent_at desc, id desc limit 1')
  return rows[0].id
}

async function stateOf(id: string): Promise<string | undefined> {
  const { rows } = await admin.query('select state from offer_proposals where id = $1', [id])
  return rows[0]?.state
}

async function offersCalled(title: string): Promise<string[]> {
  const { rows } = await admin.query(
    'select o.state from offers o join offer_texts t on t.offer_id = o.id where t.title = $1',
    [title],
  )
  return rows.map(row => row.state)
}

async function offerCalled(title: string): Promise<{ id: string; place: string }> {
  const { rows } = await admin.query(
    'select o.id, o.place from offers o join offer_texts t on t.offer_id = o.id where t.title = $1',
    [title],
  )
  return rows[0]
}

async function deleteExpired(context: ReturnType<typeof systemOn>) {
  for (const { run } of privacyJobs) await run(context, { data: {} } as Parameters<typeof run>[1])
}

function systemOn(day: string) {
  const now = Temporal.PlainDate.from(day).toZonedDateTime('Europe/Berlin').toInstant()
  return town.contextOf({ kind: 'system' }, Temporal.Instant.compare(now, townNow) > 0 ? now : townNow)
}
