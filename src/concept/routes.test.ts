import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { someConcept } from '../../tests/support/concept.ts'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { StaffMember } from '../identity/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'Krabbelgruppe' })
await town.anOffer({ title: 'Entwurf', state: 'draft', slug: 'entwurf' })
const office: StaffMember = {
  ...{ kind: 'staff', accountId: 'office', name: 'Amt', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'city-office', providerId: null, centreId: null }],
}
const visitor = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const city = webForTest(database, { as: office })
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([visitor.close(), lead.close(), nextDoor.close(), city.close(), admin.end()]))
const form = `/de/staff/programme/${offer.slug}/articles`

test('a city without a concept says so, to everybody', async () => {
  expect(await textOf(visitor, '/de/concept')).toContain('Hier steht noch kein Konzept')
  expect(await textOf(city, '/de/staff/concept')).toContain('concept.md')
  expect(await textOf(lead, form)).toContain('Hier steht noch kein Konzept')
  await someConcept(town)
})

describe('what everybody reads', () => {
  test('the articles in order, as an example, and that nothing lives under them yet', async () => {
    const $ = await page(visitor, '/de/concept')
    expect(
      $('main section h2')
        .toArray()
        .map(heading => $(heading).text()),
    ).toEqual([...['Bildung', 'Beratung', 'Diese Fassung']])
    expect(
      $('#bildung p')
        .toArray()
        .map(each => $(each).text()),
    ).toEqual([...['Lernen.', 'Spielen.', 'Noch kein Angebot']])
    expect($('main').text()).toContain('Das ist ein Beispiel')
    expect($('main').text()).toContain('1. Januar 2026')
  })

  test('in Arabic, and what is not translated in German and marked so', async () => {
    const $ = await page(visitor, '/ar/concept')
    expect($('#bildung').text()).toContain('نتعلم')
    expect($('#beratung [lang=de]').text()).toContain('Reden.')
    expect($('main').text()).toContain('Deutsch')
  })

  test('the foot of every page leads there', async () => {
    const $ = await page(visitor, '/de')
    expect($('footer a[href="/de/concept"]').length).toBe(1)
  })
})

describe('a lead points an offer to articles', () => {
  test('from the page of the offer, with a tick that everybody sees as a number', async () => {
    const $ = await page(lead, `/de/staff/programme/${offer.slug}`)
    expect($(`a[href="${form}"]`).length).toBe(1)
    const answer = await lead.post(form, { 'articles[]': 'bildung' })
    expect(answer.headers.get('location')).toBe(`${form}?done=saved`)
    expect((await page(lead, form))('input:checked').val()).toBe('bildung')
    expect((await page(visitor, '/de/concept'))('#bildung').text()).toContain('1 Angebot in 1 Zentrum')
    expect((await page(visitor, '/ar/concept'))('#bildung').text()).toContain('عرض واحد في مركز واحد')
  })

  test('an offer that families cannot see does not count', async () => {
    await lead.post('/de/staff/programme/entwurf/articles', { 'articles[]': 'bildung' })
    expect((await page(visitor, '/de/concept'))('#bildung').text()).toContain('1 Angebot in 1 Zentrum')
  })

  test('the city office reads which article lives in which centre', async () => {
    const $ = await page(city, '/de/staff/concept')
    const rows = $('tbody tr, tfoot tr')
      .toArray()
      .map(row =>
        $(row)
          .children()
          .toArray()
          .map(cell => $(cell).text()),
      )
    expect(rows).toEqual([
      ...[
        ['KiEZ Dotzheim', '0', '0'],
        ['KiEZ Westend', '1', '0'],
      ],
      ['Alle Zentren', '1', '0'],
    ])
    expect((await visitor.get('/de/staff/concept')).status).not.toBe(200)
    expect((await lead.get('/de/staff/concept')).status).toBe(404)
  })

  test('the lead next door does not find it, neither to read nor to tick', async () => {
    expect((await nextDoor.get(form)).status).toBe(404)
    expect((await nextDoor.post(form, { 'articles[]': 'beratung' })).status).toBe(404)
    expect((await page(visitor, '/de/concept'))('#beratung').text()).toContain('Noch kein Angebot')
  })

  test('an article nobody knows is left out, and what can be no key is not found', async () => {
    await lead.post(form, { 'articles[]': 'gibt-es-nicht' })
    expect((await page(lead, form))('input:checked').length).toBe(0)
    expect((await lead.post(form, { 'articles[]': '<b>' })).status).toBe(404)
  })

  test('stands in the audit log, once for each change', async () => {
    const count = async () =>
      (
        await admin.query(`select from audit_entries where action = 'offer.pointed-to-articles'
      and subject_id = '${offer.id}' and fields = '{articles}'`)
      ).rowCount
    const before = await count()
    await lead.post(form, { 'articles[]': 'beratung' })
    await lead.post(form, { 'articles[]': 'beratung' })
    expect(await count()).toBe((before ?? 0) + 1)
  })
})

test('an older version stays readable under its own address, and says that it is not valid any more', async () => {
  await admin.query(
    `insert into concept_versions (city_id, slug, name, valid, source, is_example)
     values ($1, 'alte', 'Alte Fassung', '[2020-01-01,2026-01-01)', 'Test', true)`,
    [town.city.id],
  )
  const now = await page(visitor, '/de/concept')
  expect(now('main').text()).not.toContain('galt bis')
  expect(now('main a[href="/de/concept/alte"]').text()).toBe('Alte Fassung')

  const older = await page(visitor, '/de/concept/alte')
  expect(older('main').text()).toContain('Diese Fassung galt bis 31. Dezember 2025')
  expect(older('main a[href="/de/concept"]').length).toBe(1)
  expect(older('a[aria-current=page][href="/de/concept/alte"]').length).toBe(1)
  expect(await textOf(visitor, '/ar/concept/alte')).toContain('كانت هذه النسخة سارية حتى')
  expect((await visitor.get('/de/concept/keine')).status).toBe(404)
})

async function page(web: typeof visitor, path: string) {
  const answer = await web.get(path)
  expect(answer.status).toBe(200)
  return load(await answer.text())
}

async function textOf(web: typeof visitor, path: string) {
  return (await page(web, path))('main').text()
}
