import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aPlan } from '../../tests/support/offer-answers.ts'
import { planningAt } from '../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { planSeveral } from '../planning/index.ts'
import { privacyJobs } from '../privacy/index.ts'
import { decideCare } from './decide-care.ts'
import { noteCertificate } from './note-certificate.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned, changed, stored, planOf } = planningAt(town, lead)
const web = webForTest(database, { as: leadOf(town.westend) })
const stranger = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([web.close(), stranger.close(), admin.end()]))

const alone = { who: { isWithoutParents: 'yes', ageFrom: '1', ageFromUnit: 'years', ageUntil: '6' } }
const decision = { permit: 'not-needed', decidedOn: '2026-11-20', children: '11', carers: '2' }
const day = Temporal.PlainDate.from
const decided = { permit: 'not-needed', decidedOn: day('2026-11-20'), children: 8, carers: 2 } as const

describe('an offer at which children stay without their parents', () => {
  test('waits for the decision of the lead, is published then, and says so to families', async () => {
    const { slug } = await planned(aPlan(alone))
    const pressed = await web.post(`/de/staff/programme/${slug}/publish`, {})
    expect(pressed.headers.get('location')).toMatch(/news=care-undecided$/)
    expect((await stored(slug)).state).toBe('draft')
    const page = await read(pressed.headers.get('location') ?? '')
    expect(page('main').text()).toContain('Gespeichert, aber noch nicht veröffentlicht.')
    expect(page(`main a[href="/de/staff/programme/${slug}/care"]`)).not.toHaveLength(0)

    const missing = await web.post(`/de/staff/programme/${slug}/care`, { ...decision, permit: '' })
    expect(missing.status).toBe(422)
    expect(load(await missing.text())('#errors a').attr('href')).toBe('#permit')
    await web.post(`/de/staff/programme/${slug}/care`, decision)
    const care = (await read(`/de/staff/programme/${slug}/care`))('main').text()
    expect(care).toContain('Es braucht keine Erlaubnis. · 20. November 2026')
    expect(care).toContain('Plane mindestens 3 Personen.')
    expect(care).toContain('Noch nicht alle Führungszeugnisse sind gesehen.')

    await web.post(`/de/staff/programme/${slug}/publish`, {})
    expect((await stored(slug)).state).toBe('published')
    for (const [language, tag, words] of [
      ['de', 'ohne Eltern', 'Die Kinder bleiben hier ohne ihre Eltern.'],
      ['en', 'without parents', 'Children stay here without their parents.'],
      ['ar', 'من دون الأهل', 'يبقى الأطفال هنا دون والديهم.'],
    ]) {
      const page = await read(`/${language}/offers/${slug}`)
      expect(page('main').text()).toContain(words)
      expect(page('.kern-badge').first().text()).toBe(tag)
    }
    expect((await read('/de/staff'))('main').text()).toContain('Angebot ohne Eltern')
  })

  test('is not published together with others before the decision, and the page says which', async () => {
    const [one, other] = [await planned(aPlan(alone)), await planned(aPlan())]
    const answer = await web.post('/de/staff/programme/publish', [
      ...[['centre', town.westend.slug] as [string, string]],
      ...[one, other].map(({ slug }): [string, string] => ['offers[]', slug]),
    ])
    const page = await read(answer.headers.get('location') ?? '')
    expect(page('.kern-alert--warning').text()).toContain('Entscheide zuerst, was das braucht:')
    expect(page(`.kern-alert--warning a[href="/de/staff/programme/${one.slug}/care"]`)).toHaveLength(1)
    expect([(await stored(one.slug)).state, (await stored(other.slug)).state]).toEqual(['draft', 'published'])
  })

  test('that families see already becomes one only after the decision, and families read that it did', async () => {
    const { slug } = await planned(aPlan(), { publish: true })
    expect(await changed(slug, alone)).toEqual({ outcome: 'care-undecided', slug })
    expect((await planOf(slug)).isWithoutParents).toBe(false)
    await decideCare(lead, slug, decided)
    await admin.query(`update announced_offers set announced_at = announced_at - interval '1 day'`)
    expect(await changed(slug, alone)).toMatchObject({ outcome: 'changed' })
    expect((await planOf(slug)).isWithoutParents).toBe(true)
    const news = (await read(`/de/offers/${slug}`))('main .kern-alert').text()
    expect(news).toContain('Anders für Eltern Bisher: Eltern bleiben dabei.')
  })

  test('nor by a table that is loaded', async () => {
    const { slug } = await planned(aPlan(), { publish: true })
    const { id: offerId, updatedAt } = await stored(slug)
    const { providerId, id: centreId } = town.westend
    const wish = { offerId, answers: aPlan(alone), isNew: false as const, basedOn: updatedAt.toString() }
    expect(await planSeveral(lead, { providerId, centreId }, [wish])).toEqual({
      ...{ outcome: 'refused', offerId, refusal: { reason: 'care-undecided' } },
    })
  })

  test('control: the database refuses what no code asked, and lets it pass without its trigger', async () => {
    const { slug } = await planned(aPlan(alone))
    const publish = () => admin.query(`update offers set state = 'published' where slug = $1`, [slug])
    await expect(publish()).rejects.toThrow('nobody has decided about the care of children')
    await admin.query('begin; alter table offers disable trigger decided_before_shown')
    expect((await publish()).rowCount).toBe(1)
    await admin.query('rollback')
  })

  test('is none of the business of the lead next door', async () => {
    const { slug } = await planned(aPlan(alone))
    expect((await stranger.get(`/de/staff/programme/${slug}/care`)).status).toBe(404)
    expect((await stranger.post(`/de/staff/programme/${slug}/care`, decision)).status).toBe(404)
  })
})

describe('the certificate of good conduct', () => {
  const seen = { name: 'Emine Yıldız', issuedOn: '2026-10-01', seenOn: '2026-11-23' }

  test('is noted as seen, by whom and when; a newer one takes its place; taken out it is gone', async () => {
    const { slug } = await planned(aPlan(alone))
    await web.post(`/ar/staff/programme/${slug}/certificates`, { ...seen, issuedOn: '2026-09-01' })
    const noted = await web.post(`/ar/staff/programme/${slug}/certificates`, seen)
    const page = await read(noted.headers.get('location') ?? '')
    expect(page('html').attr('dir')).toBe('rtl')
    expect(await notedAt(slug)).toMatchObject([{ name: 'Emine Yıldız', issued: '2026-10-01' }])
    const removal = page('main form[action$="/remove"]').attr('action') ?? ''
    await web.post(removal, {})
    expect(await notedAt(slug)).toEqual([])
    const { rows } = await admin.query(
      `select action from audit_entries where subject_id = (select id from offers where slug = $1)
        and action like 'certificate.%' order by id`,
      [slug],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      ...['certificate.seen', 'certificate.seen', 'certificate.taken-out'],
    ])
  })

  test.each([
    ['issuedOn', { issuedOn: '2026-08-22' }, 'höchstens drei Monate alt'],
    ['seenOn', { seenOn: '2026-09-30' }, 'erst, wenn es ausgestellt ist'],
    ['seenOn', { seenOn: '2026-11-24' }, 'in der Zukunft'],
    ['name', { name: '' }, 'Name:'],
  ])('is not noted with a wrong %s', async (field, typed, words) => {
    const { slug } = await planned(aPlan(alone))
    const answer = await web.post(`/de/staff/programme/${slug}/certificates`, { ...seen, ...typed })
    expect(answer.status).toBe(422)
    const page = load(await answer.text())
    expect(page(`#errors a[href="#${field}"]`).text()).toContain(words)
    expect(await notedAt(slug)).toEqual([])
  })

  test('is forgotten six months after the last date, with nothing left in any table', async () => {
    const { slug } = await planned(aPlan(alone))
    await note(slug, 'Zübeyde Sandıkçı')
    await deletingOn('2027-07-11')
    expect(await notedAt(slug)).toHaveLength(1)
    await deletingOn('2027-07-12')
    expect(await notedAt(slug)).toEqual([])
    const { rows } = await admin.query(
      `select amount from audit_entries where action = 'certificate.deleted'`,
    )
    expect(rows).toEqual([{ amount: 1 }])
  })

  test('is kept for a while when the offer is taken off after dates were held', async () => {
    const { slug } = await planned(aPlan(alone))
    await note(slug, 'Nina Novak')
    await admin.query(
      `update offers set state = 'archived', updated_at = '2026-11-25T12:00:00Z' where slug = $1`,
      [slug],
    )
    await deletingOn('2027-05-23')
    expect(await notedAt(slug)).toHaveLength(1)
    await deletingOn('2027-05-24')
    expect(await notedAt(slug)).toEqual([])
  })

  test('is forgotten at once when the offer is taken off before it began', async () => {
    const { slug } = await planned(aPlan(alone))
    await note(slug, 'Jonas Weber')
    await admin.query(`update offers set state = 'archived', updated_at = $2 where slug = $1`, [
      slug,
      townNow,
    ])
    await deletingOn('2026-11-24')
    expect(await notedAt(slug)).toEqual([])
  })
})

const read = async (address: string) => load(await (await web.get(address)).text())

const note = (slug: string, name: string) =>
  noteCertificate(lead, slug, { name, issuedOn: day('2026-10-01'), seenOn: day('2026-11-23') })

async function notedAt(slug: string) {
  const { rows } = await admin.query(
    `select c.name, c.issued_on::text as issued from certificates_seen c join offers o on o.id = c.offer_id
      where o.slug = $1`,
    [slug],
  )
  return rows
}

async function deletingOn(on: string) {
  const night = day(on).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '03:00' }).toInstant()
  const work = { data: {}, attempt: 1, isLastAttempt: false }
  for (const job of privacyJobs) await job.run(town.contextOf({ kind: 'system' }, night), work)
}
