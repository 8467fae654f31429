import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { aBusyTown, secrets } from '../../tests/support/open-data.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { sessions, offers } = await aBusyTown(town)
const web = webForTest(database)
afterAll(() => web.close())

test.each([
  ['today', 'EventScheduled', 'InStock'],
  ['few', 'EventScheduled', 'LimitedAvailability'],
  ['full', 'EventScheduled', 'SoldOut'],
  ['notYet', 'EventScheduled', 'PreOrder'],
  ['first', 'EventScheduled', 'InStock'],
  ['moved', 'EventRescheduled', 'InStock'],
] as const)(
  'a date says whether it is held and whether there is room: %s',
  async (name, status, availability) => {
    const event = await dataOf(`/de/sessions/${sessions[name].id}`)
    expect(event).toMatchObject({
      eventStatus: `https://schema.org/${status}`,
      offers: { availability: `https://schema.org/${availability}`, priceCurrency: 'EUR' },
      superEvent: { '@type': 'EventSeries' },
    })
  },
)

test('a cancelled date is said to be cancelled, and to have no places', async () => {
  const event = await dataOf(`/de/sessions/${sessions.cancelled.id}`)
  expect(event.eventStatus).toBe('https://schema.org/EventCancelled')
  expect(event).not.toHaveProperty('offers')
})

test('a date that was moved says since when it was to be', async () => {
  const event = await dataOf(`/de/sessions/${sessions.moved.id}`)
  expect(event).toMatchObject({
    startDate: '2026-12-08T20:00+01:00',
    previousStartDate: '2026-12-01T20:00+01:00',
  })
})

test('where, for whom, for how much and in which languages stands there as on the page', async () => {
  expect(await dataOf(`/de/sessions/${sessions.few.id}`)).toMatchObject({
    ...{ '@type': 'EducationEvent', name: 'Babymassage', inLanguage: ['de', 'ar'] },
    ...{ startDate: '2026-11-25T09:30+01:00', endDate: '2026-11-25T11:00+01:00' },
    ...{ isAccessibleForFree: false, offers: { price: '5.50' } },
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', address: { streetAddress: 'Wellritzstraße 38', addressCountry: 'DE' } },
  })
  expect(await dataOf(`/ar/sessions/${sessions.today.id}`)).toMatchObject({
    ...{ name: 'لقاء الرضّع', typicalAgeRange: '0-1', isAccessibleForFree: true },
  })
})

test('an online date leads to its page', async () => {
  const event = await dataOf(`/de/sessions/${sessions.evening.id}`)
  expect(event.location).toMatchObject({
    '@type': 'VirtualLocation',
    url: expect.stringContaining('/de/offers/'),
  })
})

test('an offer is the series of its dates', async () => {
  await repeatsOnMondays(offers.justCome.id)
  const series = await dataOf(`/de/offers/${offers.justCome.slug}`)
  expect(series).toMatchObject({
    '@type': 'EventSeries',
    eventSchedule: [
      {
        ...{ repeatFrequency: 'P1W', byDay: 'https://schema.org/Monday', startTime: '09:30' },
        ...{ startDate: '2026-11-23', scheduleTimezone: 'Europe/Berlin' },
      },
    ],
  })
  const events = series.subEvent as { superEvent: object; eventStatus: string }[]
  expect(events.map(({ eventStatus }) => eventStatus.split('/').at(-1))).toEqual([
    ...['EventScheduled', 'EventCancelled', 'EventScheduled'],
  ])
  expect(events.map(({ superEvent }) => superEvent)).toEqual(events.map(() => ({ '@id': series['@id'] })))
})

test('a centre is a place with opening hours', async () => {
  expect(await dataOf('/de/centres/kiez-westend')).toMatchObject({
    ...{ '@type': 'CivicStructure', name: 'KiEZ Westend' },
    openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Monday', opens: '09:00', closes: '17:00' }],
  })
})

test('what a centre wrote cannot end the element it stands in', async () => {
  const offer = await town.anOffer({ title: 'Spielen </script><script>alert(1)</script>', slug: 'spielen' })
  const $ = load(await (await web.get(`/de/offers/${offer.slug}`)).text())
  expect($('script:not([type="application/ld+json"]):not([src])')).toHaveLength(0)
  expect((await dataOf('/de/offers/spielen')).name).toBe(offer.title)
})

test('no name of a leader and no online link stands there; control: it is on the page', async () => {
  const pages = Object.values(sessions).map(({ id }) => `/de/sessions/${id}`)
  const said = await Promise.all(
    pages
      .filter(path => !path.includes(sessions.secret.id))
      .map(async path => JSON.stringify(await dataOf(path))),
  )
  for (const secret of secrets) expect(said.join()).not.toContain(secret)
  expect(await (await web.get(`/de/sessions/${sessions.today.id}`)).text()).toContain('Nadia Novak')
})

test('lists carry none: there it would weigh more than the list', async () => {
  for (const path of ['/de', '/de/offers', '/de/centres'])
    expect(await (await web.get(path)).text()).not.toContain('ld+json')
})

const dataOf = async (path: string): Promise<Record<string, unknown>> => {
  const $ = load(await (await web.get(path)).text())
  return JSON.parse($('script[type="application/ld+json"]').text())
}

const repeatsOnMondays = (offerId: string) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('series')
      .values({
        ...{ cityId: town.city.id, offerId, rule: 'weekly', weekday: 1 },
        ...{ starts: Temporal.PlainTime.from('09:30'), ends: Temporal.PlainTime.from('11:00') },
        firstOn: Temporal.PlainDate.from('2026-11-23'),
      })
      .execute(),
  )
