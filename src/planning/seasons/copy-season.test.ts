import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { copySeason, previewSeason } from './copy-season.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned, datesOf, stored, planOf, published, traces, countOffers } = planningAt(town, lead)
const web = webForTest(database, { as: leadOf(town.westend) })
const stranger = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([web.close(), stranger.close()]))

await inTransaction(town.contextOf({ kind: 'system' }), tx =>
  tx
    .insertInto('schoolHolidays')
    .values({
      ...{ cityId: town.city.id, kind: 'easter', schoolYear: '2026/27' },
      ...{ firstOn: day('2027-03-22'), lastOn: day('2027-04-03') },
    })
    .execute(),
)
const change = {
  last: { firstOn: day('2026-11-01'), lastOn: day('2027-01-31') },
  next: { firstOn: day('2027-03-01'), lastOn: day('2027-04-30') },
}
const group = await planned(
  aPlan({
    what: { 'texts.de.title': 'Turnen', 'texts.ar.title': 'رياضة' },
    when: {
      ...{ 'slots.0.skipsSchoolHolidays': 'yes', 'slots.0.firstOn': '2026-11-03' },
      'slots.0.lastOn': '2027-01-31',
    },
  }),
  { publish: true },
)
const withoutEnd = { when: { 'slots.0.lastOn': '' }, what: { 'texts.de.title': 'Café' } }
const cafe = await planned(aPlan(withoutEnd), { publish: true })
const query = 'lastFrom=2026-11-01&lastUntil=2027-01-31&nextFrom=2027-03-01&nextUntil=2027-04-30'

describe('the programme of a season, taken over into the next', () => {
  test('shows its new dates and what is skipped before anything is saved', async () => {
    const { entries } = await previewSeason(lead, undefined, change)
    const [goesOn, turnen] = entries
    expect(goesOn).toMatchObject({ slug: cafe.slug, copy: undefined })
    expect(turnen?.copy?.sessions.map(({ heldOn }) => String(heldOn))).toEqual([
      ...['2027-03-02', '2027-03-09', '2027-03-16', '2027-04-06', '2027-04-13', '2027-04-20', '2027-04-27'],
    ])
    expect(turnen?.copy?.skipped.map(({ date, name }) => [String(date), name])).toEqual([
      ['2027-03-23', 'easter'],
      ['2027-03-30', 'easter'],
    ])
    expect(await countOffers()).toBe(2)

    const html = await page(`/de/staff/programme/season?${query}`)
    expect(html('main').text()).toContain('Turnen')
    expect(html('main').text()).toContain('2 Tage fallen weg')
    expect(html('main').text()).toContain('1 Angebot geht von selbst weiter')
  })

  test('what is ticked becomes a draft with all its words and dates, once', async () => {
    const html = await page(`/de/staff/programme/season?${query}`)
    const form = formOf(html, 'form[method="post"]')
    await inTransaction(lead, tx =>
      tx.updateTable('offers').set({ priority: 'siblings' }).where('slug', '=', group.slug).execute(),
    )
    const answer = await web.post('/de/staff/programme/season', form)
    expect(answer.headers.get('location')).toBe('/de/staff/programme/publish?centre=kiez-westend&copied=1')
    expect((await web.post('/de/staff/programme/season', form)).status).toBe(303)
    expect(await countOffers()).toBe(3)

    expect(await datesOf('westend-turnen-2')).toHaveLength(7)
    expect(await stored('westend-turnen-2')).toMatchObject({ state: 'draft', priority: 'siblings' })
    expect(await published('westend-turnen-2')).toBe(0)
    const copy = await planOf('westend-turnen-2')
    expect(copy.texts.ar.title).toBe('رياضة')
    expect(copy).toMatchObject({ ...(await planOf(group.slug)), slots: copy.slots })
    expect(await traces('westend-turnen-2')).toEqual(['offer.planned'])
    // Whoever wanted to know when the first starts again is told of this one.
    expect(await earlierOf('westend-turnen-2')).toBe(group.slug)
    const again = await page(`/de/staff/programme/season?${query}`)
    expect(again('main').text()).toContain('Gibt es in der neuen Zeit schon.')
    expect(again('input[name="offers[]"]:checked')).toHaveLength(0)
  })

  test('nothing ticked, or days that do not fit, are said at their field', async () => {
    const asked = Object.fromEntries(new URLSearchParams(query))
    const answer = await web.post('/de/staff/programme/season', asked)
    expect(answer.status).toBe(422)
    const reversed = await web.get(`/de/staff/programme/season?${query.replace('2027-04-30', '2027-02-01')}`)
    expect(reversed.status).toBe(422)
    expect(load(await reversed.text())('#errors a').attr('href')).toBe('#nextUntil')
  })

  test('nobody takes over what another centre holds', async () => {
    const { id } = await stored(group.slug)
    const other = town.contextOf(leadOf(town.dotzheim))
    const offers = [{ offerId: id, newId: crypto.randomUUID() }]
    expect(await copySeason(other, undefined, { ...change, offers })).toEqual({ copied: 0 })
    const asked = `/de/staff/programme/season?centre=kiez-westend&${query}`
    expect((await stranger.get(asked)).status).toBe(404)
  })
})

describe('several drafts, published with one press', () => {
  test('families see them, and the outcome of each is said', async () => {
    const other = await planned(aPlan({ what: { 'texts.de.title': 'Singen' } }))
    const html = await page('/de/staff/programme/publish?all=yes')
    expect(html('input[name="offers[]"]:checked')).toHaveLength(2)
    const answer = await web.post('/de/staff/programme/publish', formOf(html, 'form[method="post"]'))
    const news = await page(answer.headers.get('location') ?? '')
    expect(news('main').text()).toContain('2 Angebote sind jetzt für Familien zu sehen')
    expect([await published(other.slug), await published('westend-turnen-2')]).toEqual([1, 1])
  })

  test('nothing ticked publishes nothing, and a stranger publishes nothing of ours', async () => {
    const draft = await planned(aPlan({ what: { 'texts.de.title': 'Malen' } }))
    expect((await web.post('/de/staff/programme/publish', {})).status).toBe(422)
    const theirs = await stranger.post('/de/staff/programme/publish', [['offers[]', draft.slug]])
    expect(theirs.status).toBe(404)
    expect(await published(draft.slug)).toBe(0)
  })

  test('the pages speak Arabic too', async () => {
    for (const address of ['season', 'publish'])
      expect((await web.get(`/ar/staff/programme/${address}`)).status).toBe(200)
  })
})

async function page(address: string) {
  const answer = await web.get(address)
  expect(answer.status).toBe(200)
  return load(await answer.text())
}

/** What the form on the page would send when its button is pressed. */
function formOf(html: ReturnType<typeof load>, selector: string) {
  return html(`main ${selector}`)
    .serializeArray()
    .map(({ name, value }): [string, string] => [name, String(value)])
}

function day(text: string) {
  return Temporal.PlainDate.from(text)
}

const earlierOf = async (slug: string) => {
  const { rows } = await inTransaction(lead, tx =>
    sql<{ slug: string }>`
      select earlier.slug from offers o join offers earlier on earlier.id = o.copy_of where o.slug = ${slug}
    `.execute(tx),
  )
  return rows[0]?.slug
}
