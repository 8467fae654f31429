import type { Updateable } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCalendar } from '../../tests/support/read-calendar.ts'
import { aRoom } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownOffer, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { DB } from '../platform/database/schema.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)
const system = town.contextOf({ kind: 'system' })
const place = 'KiEZ Westend, Raum 1, Wellritzstraße 38, 65000 Kleinstadt'

describe('a series in the calendar of a centre', () => {
  const days = ['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-22', '2026-12-29', '2027-03-30']
  let ids: string[]

  beforeAll(async () => {
    const gym = await town.anOffer({ slug: 'turnen', title: 'Turnen', place: 'Raum 1' })
    ids = await aSeries(gym, days)
  })

  test('is one event that repeats, at the same hour after the clocks have changed, without the gaps', async () => {
    const { events, shown } = await centre()
    expect(events).toHaveLength(1)
    expect(shown()).toEqual([
      `2026-11-24T08:30Z Turnen @ ${place}`,
      `2026-12-01T08:30Z Turnen @ ${place}`,
      `2026-12-08T08:30Z Turnen @ ${place}`,
      `2026-12-22T08:30Z Turnen @ ${place}`,
      `2026-12-29T08:30Z Turnen @ ${place}`,
      `2027-03-30T07:30Z Turnen @ ${place}`,
    ])
  })

  test('I04: a moved date has the UID of the series and says instead of which one it stands', async () => {
    await change(ids[1], {
      ...startsAt('2026-12-02T14:00'),
      movedFrom: Temporal.Instant.from('2026-12-01T08:30:00Z'),
    })
    const { events, shown, propertyOf } = await centre()
    const [series, moved] = events
    expect(moved?.uid).toBe(series?.uid)
    expect(propertyOf(moved as never, 'recurrence-id')).toBe('2026-12-01T09:30:00')
    expect(moved?.component.getFirstProperty('recurrence-id')?.getParameter('tzid')).toBe('Europe/Berlin')
    expect(shown().slice(0, 3)).toEqual([
      `2026-11-24T08:30Z Turnen @ ${place}`,
      `2026-12-02T13:00Z Turnen @ ${place}`,
      `2026-12-08T08:30Z Turnen @ ${place}`,
    ])
  })

  test('I05: a cancelled date stays, as cancelled, and says so in its name', async () => {
    await change(ids[2], { state: 'cancelled', cancelReason: 'illness', cancelledAt: townNow })
    const { shown } = await centre()
    expect(shown()).toContain(`2026-12-08T08:30Z !Fällt aus: Turnen @ ${place}`)
    expect(shown()).toHaveLength(days.length)
  })

  test('I02: a date in another room keeps its UID, and nothing stands there twice', async () => {
    await aRoom(town, { name: 'Turnhalle' })
    await change(ids[3], { ownPlace: 'Turnhalle' })
    const { events, shown } = await centre()
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(1)
    expect(shown().filter(line => line.startsWith('2026-12-22'))).toEqual([
      `2026-12-22T08:30Z Turnen @ ${place.replace('Raum 1', 'Turnhalle')}`,
    ])
  })
})

test('I01: a date changed twice has sequence 0, 1, 2, the same UID, and newer stamps', async () => {
  const updatedAt = Temporal.Instant.from('2026-11-01T08:00:00Z')
  const offer = await town.anOffer({ slug: 'fest', title: 'Fest', updatedAt })
  const { id } = await town.aSession({ offer, on: '2026-12-05' })
  const versions = [await version()]
  for (const [hour, at] of [
    ['10:00', '2026-11-24T08:00:00Z'],
    ['10:30', '2026-11-25T08:00:00Z'],
  ] as const) {
    await change(id, { ...startsAt(`2026-12-05T${hour}`), changedAt: Temporal.Instant.from(at) })
    versions.push(await version())
  }
  expect(versions.map(({ sequence }) => sequence)).toEqual([0, 1, 2])
  expect(new Set(versions.map(({ uid }) => uid)).size).toBe(1)
  expect(versions[1]).toMatchObject({ stamp: '2026-11-24T08:00:00Z', modified: '2026-11-24T08:00:00Z' })
  expect(versions[2]).toMatchObject({ stamp: '2026-11-25T08:00:00Z', modified: '2026-11-25T08:00:00Z' })

  async function version() {
    const { events, propertyOf } = await calendarAt('/de/offers/fest/calendar.ics')
    const [event] = events
    if (!event) throw new Error('no event')
    const { uid, sequence } = event
    return {
      uid,
      sequence,
      stamp: propertyOf(event, 'dtstamp'),
      modified: propertyOf(event, 'last-modified'),
    }
  }
})

test('the way there goes along in the language of the reader, but not to where it would lead astray', async () => {
  const offer = await town.anOffer({
    slug: 'weg',
    title: 'Weg',
    place: 'Hof',
    texts: { de: { title: 'Weg', summary: 'Mit Kaffee.' } },
  })
  await town.aSession({ offer, on: '2027-04-05' })
  await town.aSession({ offer, on: '2027-04-06', own: { ownPlace: 'Stadtpark' } })
  const online = await town.anOffer({ slug: 'bildschirm', title: 'Bildschirm', way: 'online' })
  await town.aSession({ offer: online, on: '2027-04-05' })
  const about = async (path: string) => (await calendarAt(path)).events.map(({ description }) => description)
  expect(await about('/de/offers/weg/calendar.ics')).toEqual(['Mit Kaffee.\n\nBus 4', 'Mit Kaffee.'])
  expect(await about('/de/offers/bildschirm/calendar.ics')).toEqual([null])
})

test('I14: without an end a date is valid and has none', async () => {
  const offer = await town.anOffer({ slug: 'open-end', title: 'Offenes Ende' })
  await town.aSession({ offer, on: '2026-12-05', until: null })
  const { events } = await calendarAt('/de/offers/open-end/calendar.ics')
  expect(events[0]?.component.hasProperty('dtend')).toBe(false)
  expect(events[0]?.component.hasProperty('duration')).toBe(false)
})

describe('what a calendar holds', () => {
  beforeAll(async () => {
    const { dotzheim } = town
    const paid = { priceCents: 500, pricePer: 'session' } as const
    const arabic = {
      ar: {
        title: 'قهوة الصباح؛ أحاديث، ولعب \\ وغناء للأمهات والآباء وأطفالهم الصغار في الحي كله',
        summary: 'تعالوا',
      },
    }
    const coffee = await town.anOffer({
      ...{ centre: dotzheim, slug: 'kaffee' },
      title: 'Kaffee',
      texts: arabic,
    })
    const course = await town.anOffer({ ...{ centre: dotzheim, slug: 'kurs' }, title: 'Kurs', ...paid })
    const draft = await town.anOffer({ ...{ centre: dotzheim, slug: 'plan' }, title: 'Plan', state: 'draft' })
    await town.aSession({ offer: coffee, on: '2026-11-25' })
    await town.aSession({ offer: coffee, on: '2026-11-01', cancelled: 'weather' })
    await town.aSession({ offer: coffee, on: '2026-10-01' })
    await town.aSession({ offer: course, on: '2026-11-26' })
    await town.aSession({ offer: draft, on: '2026-11-26' })
  })

  test('a centre: its own published dates, a month back, and nothing older', async () => {
    const { shown } = await calendarAt('/de/centres/kiez-dotzheim/calendar.ics')
    expect(shown().map(line => line.slice(0, 10))).toEqual(['2026-11-01', '2026-11-25', '2026-11-26'])
    expect(shown()[0]).toContain('!Fällt aus: Kaffee')
  })

  test.each([
    ['?free=yes', ['Kaffee']],
    ['?day=thursday', ['Kurs']],
    ['?q=Kurs', ['Kurs']],
    ['?day=today&places=yes', ['Kaffee', 'Kurs']],
  ])('a choice of filters %s: what lasts of it', async (query, titles) => {
    const { shown } = await calendarAt(`/de/calendar.ics${query}`)
    const lines = shown().join('\n')
    for (const title of titles) expect(lines).toContain(title)
    expect(lines.includes('Kurs')).toBe(titles.includes('Kurs'))
  })

  test('a district: what is near', async () => {
    const { shown } = await calendarAt('/de/calendar.ics?district=16')
    expect(shown().join()).toContain('Kaffee')
    const { calendar } = await calendarAt('/de/calendar.ics?district=16')
    expect(calendar.getFirstPropertyValue('name')).toContain('Dotzheim')
  })

  test('Arabic text survives commas, semicolons and backslashes, says its language, and folds between letters', async () => {
    const text = await textAt('/ar/centres/kiez-dotzheim/calendar.ics')
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(Buffer.from(text).toString()).toBe(text)
    const { events, calendar } = readCalendar(text)
    const coffee = events.find(
      event => event.component.getFirstProperty('summary')?.getParameter('language') === 'ar',
    )
    expect(events.map(({ summary }) => summary)).toContain(
      'قهوة الصباح؛ أحاديث، ولعب \\ وغناء للأمهات والآباء وأطفالهم الصغار في الحي كله',
    )
    expect(coffee).toBeDefined()
    expect(calendar.getFirstProperty('name')?.getParameter('language')).toBe('ar')
    const german = events.find(({ summary }) => summary === 'Kurs')
    expect(german?.component.getFirstProperty('summary')?.getParameter('language')).toBe('de')
  })

  test('says what it is called, where it is read again and how often', async () => {
    const { calendar } = await calendarAt('/de/centres/kiez-dotzheim/calendar.ics')
    expect(calendar.getFirstPropertyValue('name')).toBe('KiEZ Dotzheim')
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT4H')
    expect(calendar.getFirstPropertyValue('source')).toBe(
      'http://localhost/de/centres/kiez-dotzheim/calendar.ics',
    )
  })

  test('no centre, no calendar', async () => {
    expect((await web.get('/de/centres/unknown/calendar.ics')).status).toBe(404)
    expect((await web.get('/de/centres/unknown/news.atom')).status).toBe(404)
    expect((await web.get('/de/centres/unknown/subscribe')).status).toBe(404)
  })
})

const startsAt = (local: string) => {
  const starts = Temporal.PlainDateTime.from(local)
  const ends = starts.add({ minutes: 90 })
  const momentOf = (time: Temporal.PlainDateTime) => time.toZonedDateTime('Europe/Berlin').toInstant()
  return {
    ...{ heldOn: starts.toPlainDate(), starts: starts.toPlainTime(), ends: ends.toPlainTime() },
    ...{ startsAt: momentOf(starts), endsAt: momentOf(ends) },
  }
}

const change = (id: string | undefined, values: Updateable<DB['sessions']>) =>
  inTransaction(system, tx =>
    tx
      .updateTable('sessions')
      .set(values)
      .where('id', '=', id ?? '')
      .execute(),
  )

async function aSeries(offer: TownOffer, days: string[]) {
  const ids: string[] = []
  for (const on of days) ids.push((await town.aSession({ offer, on })).id)
  await inTransaction(system, async tx => {
    const { id } = await tx
      .insertInto('series')
      .values({
        ...{ cityId: town.city.id, offerId: offer.id, rule: 'weekly', weekday: 2 },
        ...{ starts: Temporal.PlainTime.from('09:30'), firstOn: Temporal.PlainDate.from('2026-11-24') },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx.updateTable('sessions').set({ seriesId: id }).where('id', 'in', ids).execute()
  })
  return ids
}

const textAt = async (path: string) => {
  const response = await web.get(path)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  return response.text()
}
const calendarAt = async (path: string) => readCalendar(await textAt(path))
const centre = () => calendarAt('/de/offers/turnen/calendar.ics')
