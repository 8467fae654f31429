import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { calendarReader, readCalendar } from './read-calendar.ts'
import { eventsIn } from './read-events.ts'
import { isOrdinary } from './rules.ts'

const year = { timeZone: 'Europe/Berlin', from: '2026-11-23', until: '2027-11-23' }

describe('a calendar of others', () => {
  test('I07: an event of a whole day is one day, because its end is excluded', () => {
    const { events } = read(event('DTSTART;VALUE=DATE:20261204', 'DTEND;VALUE=DATE:20261205'))
    expect(events[0]?.dates).toEqual([{ on: '2026-12-04', starts: null, ends: null }])
  })

  test('I08: a time in UTC is one or two hours later in Berlin, by its date', () => {
    const { events } = read(
      event('UID:w', 'DTSTART:20261204T080000Z', 'DTEND:20261204T093000Z') +
        event('UID:s', 'DTSTART:20270604T080000Z', 'DTEND:20270604T093000Z'),
    )
    expect(events.map(({ dates }) => dates)).toEqual([
      [{ on: '2026-12-04', starts: '09:00', ends: '10:30' }],
      [{ on: '2027-06-04', starts: '10:00', ends: '11:30' }],
    ])
  })

  test('a series is one event; what was moved, left out or cancelled is so here, too', () => {
    const { events } = read(
      event('UID:a', 'DTSTART:20261130T093000', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE:20261207T093000') +
        event('UID:a', 'RECURRENCE-ID:20261214T093000', 'DTSTART:20261215T100000') +
        event('UID:a', 'RECURRENCE-ID:20261221T093000', 'DTSTART:20261221T093000', 'STATUS:CANCELLED'),
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.dates.map(({ on, starts }) => `${on} ${starts}`)).toEqual([
      '2026-11-30 09:30',
      '2026-12-15 10:00',
    ])
  })

  test('a broken event is told with its line, and takes no other with it', () => {
    const { events, faults } = read(
      `${event('UID:a', 'DTSTART:20261130T093000')}BEGIN:VEVENT\r\nDTSTART;;:nonsense\r\nSUMMARY:x\r\nEND:VEVENT\r\n` +
        event('UID:c', 'SUMMARY-IS-MISSING:1').replace('SUMMARY:Chor\r\n', '') +
        event('UID:d', 'DTSTART:20261201T093000'),
    )
    expect(events.map(({ uid }) => uid)).toEqual(['a', 'd'])
    expect(faults.map(({ line }) => line)).toEqual([7, 11])
  })

  test.each([
    ['EXDATE:nonsense', 'RRULE:FREQ=WEEKLY'],
    ['RDATE:nonsense'],
    ['RRULE:FREQ=WEEKLY;UNTIL=nonsense'],
    ['DESCRIPTION;VALUE=INTEGER:5'],
    ['LOCATION;VALUE=DATE-TIME:20261202T100000'],
  ])('nor does one that breaks where its dates and words are read: %s', (...lines) => {
    const { events, faults } = read(
      event('UID:a', 'DTSTART:20261202T093000', ...lines) + event('UID:d', 'DTSTART:20261201T093000'),
    )
    expect(events.map(({ uid }) => uid)).toEqual(['d'])
    expect(faults).toMatchObject([{ line: 2, code: 'unreadable' }])
  })

  test('signs that nobody types are left out, as they are in a form', () => {
    const text = event('UID:a\0', 'DTSTART:20261130T093000', 'LOCATION:Sa\0al\u202e')
    expect(read(text).events[0]).toMatchObject({ uid: 'a', place: 'Saal' })
  })

  test('a rule that would be searched for ever is refused, and named', async () => {
    const text = calendar(event('DTSTART:20261130T093000', 'RRULE:FREQ=DAILY;BYMONTHDAY=-1,-2'))
    const found = await readCalendar({ text, ...year })
    expect(found?.faults).toEqual([{ line: 2, code: 'rule', about: 'FREQ=DAILY;BYMONTHDAY=-1,-2' }])
  }, 30_000)

  test('a rule without an end is read as far as a year, and no more than a hundred dates of it', () => {
    const { events } = read(event('DTSTART:20200101T093000', 'RRULE:FREQ=DAILY'))
    expect(events[0]?.dates).toHaveLength(100)
    expect(events[0]?.dates[0]?.on).toBe('2026-11-23')
  })

  test.each([
    ['FREQ=DAILY', 100, '2026-11-23 09:30–10:30'],
    ['FREQ=WEEKLY', 53, '2026-11-23 09:30–10:30'],
    // Both begin on a Monday, 595 weeks before: in the middle of two weeks, and at the beginning of five.
    ['FREQ=WEEKLY;INTERVAL=2', 26, '2026-11-30 09:30–10:30'],
    ['FREQ=WEEKLY;INTERVAL=5', 11, '2026-11-23 09:30–10:30'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', 100, '2026-11-23 09:30–10:30'],
    ['FREQ=MONTHLY;BYDAY=-1MO', 12, '2026-11-30 09:30–10:30'],
    ['FREQ=WEEKLY;COUNT=600', 5, '2026-11-23 09:30–10:30'],
    ['FREQ=WEEKLY;UNTIL=20261201T235959Z', 2, '2026-11-23 09:30–10:30'],
  ])('a series that began ten years ago keeps its rhythm: %s', (rule, many, first) => {
    const lines = ['DTSTART:20150629T093000', 'DTEND:20150629T103000', `RRULE:${rule}`]
    const [found] = read(event('UID:a', ...lines)).events
    const [date] = found?.dates ?? []
    expect([found?.dates.length, `${date?.on} ${date?.starts}–${date?.ends}`]).toEqual([many, first])
  })

  test('a date of an old series that was moved into the year is there, where it was moved to', () => {
    const { events } = read(
      event('UID:a', 'DTSTART:20150629T093000', 'RRULE:FREQ=WEEKLY;UNTIL=20261117T000000Z') +
        event('UID:a', 'RECURRENCE-ID:20261109T093000', 'DTSTART:20261125T093000'),
    )
    expect(events[0]?.dates.map(({ on }) => on)).toEqual(['2026-11-25'])
  })

  test('the past of many years is not counted, and takes no place from what comes', () => {
    const past = Array.from({ length: 600 }, (_, index) => event(`UID:${index}`, 'DTSTART:20200101T093000Z'))
    const { events, faults } = read(past.join('') + event('UID:now', 'DTSTART:20261130T093000'))
    expect(events.map(({ uid }) => uid)).toEqual(['now'])
    expect(faults).toEqual([])
  })

  test('a calendar that takes too long is given up, and the control is read', async () => {
    const text = calendar(event('DTSTART:19900101T093000', 'RRULE:FREQ=DAILY'))
    const impatient = calendarReader({ longest: 20, memoryMegabytes: 128 })
    expect(await impatient({ text, ...year })).toBeUndefined()
    expect(await readCalendar({ text, ...year })).toBeDefined()
  }, 30_000)

  test('what is no calendar is told', () => {
    expect(eventsIn({ text: 'hello', ...year }).faults).toEqual([{ line: 1, code: 'no-calendar', about: '' }])
  })
})

test.each([
  ['FREQ=WEEKLY;BYDAY=TU', true],
  ['FREQ=MONTHLY;BYDAY=-1TU', true],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', true],
  ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1', true],
  ['FREQ=DAILY;COUNT=5', true],
  ['FREQ=DAILY;BYMONTHDAY=-1,-2', false],
  ['FREQ=MONTHLY;BYMONTHDAY=31,-31', false],
  ['FREQ=SECONDLY', false],
  ['FREQ=YEARLY;BYYEARDAY=366', false],
  ['FREQ=WEEKLY;BYHOUR=1,2,3', false],
  ['FREQ=WEEKLY;INTERVAL=0', false],
  ['FREQ=WEEKLY;FREQ=DAILY', false],
])('a rule %s is one that people use: %s', (rule, is) => {
  expect(isOrdinary(rule)).toBe(is)
})

const samples = '../shared/vectors/icalendar/icaljs-samples'
test.skipIf(!existsSync(samples))(
  'odd and broken calendars of others are read or told, and none hangs',
  async () => {
    for (const name of readdirSync(samples).filter(name => name.endsWith('.ics'))) {
      const text = readFileSync(`${samples}/${name}`, 'utf8')
      const found = await readCalendar({
        ...{ text, timeZone: 'Europe/Berlin' },
        ...{ from: '1990-01-01', until: '2030-01-01' },
      })
      expect(found, name).toBeDefined()
      expect((found?.events.length ?? 0) + (found?.faults.length ?? 0), name).toBeGreaterThanOrEqual(0)
    }
  },
  60_000,
)

describe('taking it in', async () => {
  const database = await databaseForThisFile()
  const town = await aTown(database)
  const web = webForTest(database, { as: leadOf(town.westend) })
  const next = webForTest(database, { as: leadOf(town.dotzheim) })
  afterAll(() => Promise.all([web.close(), next.close()]))
  const address = '/de/staff/calendar-import'
  const partner = calendar(
    event('UID:a', 'DTSTART:20261130T093000', 'DTEND:20261130T110000', 'LOCATION:Kita Sonnenhof') +
      event('UID:b', 'DTSTART:20261201T093000', 'CATEGORIES:intern').replace('Chor', 'Team'),
  )

  test.each([
    ['de', '2 Angebote im Kalender'],
    ['ar', 'عرضان في التقويم'],
  ])('shows first what is there, in %s; by words only some of it', async (language, title) => {
    expect((await upload(language)).text()).toContain(title)
    const some = await upload(language, 'intern')
    expect(some.find('input[type=checkbox]')).toHaveLength(1)
    expect(some.text()).toContain('Team')
  })

  test('what is ticked becomes a begun plan; taken in again it is there already', async () => {
    const page = await upload('de')
    const fields: [string, string][] = [
      ['centre', 'kiez-westend'],
      ['found', page.find('input[name=found]').attr('value') ?? ''],
      ['events[]', '0'],
    ]
    const taken = await web.post(`${address}/take`, fields)
    expect(taken.headers.get('location')).toBe(`${address}?centre=kiez-westend&taken=1&known=0`)
    const again = await web.post(`${address}/take`, fields)
    expect(again.headers.get('location')).toBe(`${address}?centre=kiez-westend&taken=0&known=1`)
    const [draft, ...others] = await drafts()
    expect(others).toEqual([])
    expect(draft?.answers).toMatchObject({
      what: { 'texts.de.title': 'Chor' },
      when: { place: 'Kita Sonnenhof', 'slots.0.dates': ['2026-11-30'], 'slots.0.starts': '09:30' },
    })
    const programme = load(await (await web.get('/de/staff/programme')).text())
    expect(programme('main').text()).toContain('Chor')
  })

  test('is for the leads of this centre alone', async () => {
    const found = JSON.stringify([])
    expect((await next.post(`${address}/take`, { centre: 'kiez-westend', found })).status).toBe(404)
    expect((await next.get(`${address}?centre=kiez-westend`)).status).toBe(404)
  })

  test.each([
    ['no file', undefined, 'Bitte wähle eine Datei.', 422],
    ['no calendar', 'hello', 'Es fehlt BEGIN:VCALENDAR', 200],
  ])('%s is answered with what to do', async (_, text, words, status) => {
    const answer = await web.post(address, sent('', text))
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  })

  const sent = (words: string, text: string | undefined) => {
    const form = new FormData()
    form.set('centre', 'kiez-westend')
    form.set('words', words)
    if (text) form.set('calendar', new File([text], 'partner.ics'))
    return form
  }
  const upload = async (language: string, words = '') => {
    const answer = await web.post(address.replace('/de/', `/${language}/`), sent(words, partner))
    expect(answer.status).toBe(200)
    return load(await answer.text())('body')
  }
  const drafts = () =>
    inTransaction(town.contextOf(leadOf(town.westend)), tx =>
      tx.selectFrom('offerDrafts').selectAll().execute(),
    )
})

function event(...lines: string[]) {
  return `${['BEGIN:VEVENT', 'SUMMARY:Chor', ...lines, 'END:VEVENT'].join('\r\n')}\r\n`
}

function calendar(events: string) {
  return `BEGIN:VCALENDAR\r\n${events}END:VCALENDAR\r\n`
}

function read(events: string) {
  return eventsIn({ text: calendar(events), ...year })
}
