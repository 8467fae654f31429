import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aPlan } from '../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Known, Outside } from '../platform/outside/read-outside.ts'
import { calendarImportJobs, readDueSources } from './jobs.ts'
import {
  addSource,
  countSourcesWithNews,
  readOneSource,
  readSources,
  settleEvent,
  stopSource,
  takeEvents,
} from './keep-source.ts'
import { addressFrom, knownAt, nextReading } from './source.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = leadOf(town.westend)
const { completed, joins, typed } = planningAt(town, town.contextOf(lead))
const web = webForTest(database, { as: lead })
const next = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([web.close(), next.close()]))
const { id: centreId, providerId } = town.westend
const centre = { centreId, providerId }
const address = 'https://kita.example/kalender.ics'

let now = townNow
let asked: Known[] = []
let answer: Outside = sent('')
const ask = async (_: string, known: Known) => {
  asked.push(known)
  return answer
}
const asLead = () => town.contextOf(lead, now)

describe('a calendar that is read again', () => {
  let id: string
  beforeAll(async () => {
    answer = sent(
      event('a', '20261201T093000', 'Chor') +
        event('b', '20261202T093000', 'Turnen') +
        event('c', '20261203T093000', 'Team'),
    )
    const added = await addSource(asLead(), { ...centre, name: 'Kita', address, words: '' }, ask)
    if (added.outcome !== 'added') throw new Error(added.outcome)
    id = added.id
  })

  test('shows what stands there; what is taken becomes a begun plan, the rest is seen', async () => {
    const { events } = await readOneSource(asLead(), id)
    expect(events.map(({ event }) => event.title)).toEqual(['Chor', 'Team', 'Turnen'])
    await later(1)
    const chosen = new Set(events.flatMap(({ id, event }) => (event.title === 'Team' ? [] : [id])))
    expect(await takeEvents(asLead(), id, chosen)).toEqual({ taken: 2, known: 0 })
    expect(await countSourcesWithNews(asLead())).toBe(0)
    await finished('Turnen')
  })

  test('is read by a job, only when its time has come, and with the mark of what is known', async () => {
    asked = []
    await readAgain(0)
    expect(asked).toEqual([])
    answer = { outcome: 'unchanged' }
    await readAgain(4)
    expect(asked).toEqual([{ etag: '"1"', lastModified: null }])
    await readAgain(1)
    expect(asked).toHaveLength(1)
  })

  test('a change at the source reaches the begun plan and the published offer that nobody edited', async () => {
    answer = sent(
      event('a', '20261201T100000', 'Chor am Morgen') +
        event('b', '20261209T093000', 'Turnen') +
        event('c', '20261203T093000', 'Team') +
        event('d', '20261204T093000', 'Neu dabei'),
    )
    await readAgain(4)
    const [draft] = await drafts()
    expect(draft).toMatchObject({
      what: { 'texts.de.title': 'Chor am Morgen' },
      when: { 'slots.0.starts': '10:00' },
    })
    expect(await datesOf('Turnen')).toEqual(['2026-12-09'])
    expect(await news()).toBe(1)
    expect(await countSourcesWithNews(asLead())).toBe(1)
    await takeEvents(asLead(), id, new Set())
    expect(await news()).toBe(0)
  })

  test('a date for which families have registered stays, and that is said', async () => {
    await joins((await offerOf('Turnen')).slug, '2026-12-09')
    answer = sent(event('a', '20261201T100000', 'Chor am Morgen') + event('b', '20261210T093000', 'Turnen'))
    await readAgain(4)
    expect(await datesOf('Turnen')).toEqual(['2026-12-09', '2026-12-10'])
    expect((await eventNamed('Turnen'))?.kept).toEqual(['registered'])
    const page = load(await (await web.get(`/de/staff/calendar-import/sources/${id}`)).text())
    expect(page('main').text()).toContain('Familien sind angemeldet')
    await settleEvent(asLead(), id, (await eventNamed('Turnen'))?.id ?? '')
    expect((await eventNamed('Turnen'))?.kept).toEqual([])
  })

  test('what a lead edited stays and is shown', async () => {
    const [draft] = await drafts()
    await typed(draft?.id ?? '', 'what', { 'texts.de.title': 'Unser Chor' })
    answer = sent(event('a', '20261201T100000', 'Singkreis') + event('b', '20261210T093000', 'Turnen'))
    await readAgain(4)
    expect((await drafts())[0]).toMatchObject({ what: { 'texts.de.title': 'Unser Chor' } })
    expect((await eventNamed('Singkreis'))?.kept).toEqual(['title'])
    const page = load(await (await web.get(`/ar/staff/calendar-import/sources/${id}`)).text())
    expect(page('main').text()).toContain('الاسم من عندكم')
    const settled = await web.post(`/de/staff/calendar-import/sources/${id}/settle`, {
      event: (await eventNamed('Singkreis'))?.id ?? '',
    })
    expect(settled.status).toBe(303)
    await readAgain(4)
    expect((await eventNamed('Singkreis'))?.kept).toEqual([])
  })

  test.each<[string, Outside, string]>([
    ['does not answer', { outcome: 'fault', code: 'no-answer', about: '' }, 'antwortet niemand'],
    ['answers 500', { outcome: 'fault', code: 'refused', about: '500' }, 'Antwort 500'],
    [
      'sends broken bytes',
      { ...sent(''), bytes: Buffer.from([0x42, 0xc3]) } as Outside,
      'beschädigt angekommen',
    ],
    ['sends a page', { ...sent(''), bytes: Buffer.from('<html>') } as Outside, 'kein Kalender'],
  ])(
    'I10: where the source %s, what was read stays, and the fault is shown to staff',
    async (_, fault, words) => {
      const before = await readOneSource(asLead(), id)
      answer = fault
      await readAgain(24)
      const after = await readOneSource(asLead(), id)
      expect(after.events).toEqual(before.events)
      expect(after.source.readAt).toEqual(before.source.readAt)
      expect(await datesOf('Turnen')).toEqual(['2026-12-09', '2026-12-10'])
      const page = await web.get(`/de/staff/calendar-import/sources/${id}`)
      expect(page.status).toBe(200)
      expect(load(await page.text())('main').text()).toContain(words)
    },
  )

  test('what vanished is shown and not deleted; what nobody took is forgotten', async () => {
    answer = sent(event('a', '20261201T100000', 'Singkreis'))
    await readAgain(24)
    const { events } = await readOneSource(asLead(), id)
    expect(events.map(({ event, goneAt }) => [event.title, goneAt !== null])).toEqual([
      ['Singkreis', false],
      ['Turnen', true],
    ])
    expect(await datesOf('Turnen')).toEqual(['2026-12-09', '2026-12-10'])
    const page = load(await (await web.get(`/de/staff/calendar-import/sources/${id}`)).text())
    expect(page('main').text()).toContain('Steht nicht mehr im Kalender')
  })

  test('nothing vanishes where a part of the calendar could not be read', async () => {
    answer = sent('BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n')
    await readAgain(24)
    const { events, source } = await readOneSource(asLead(), id)
    expect(events.find(({ event }) => event.title === 'Singkreis')?.goneAt).toBeNull()
    expect(source.broken).toHaveLength(1)
  })

  test('is for the leads of this centre alone', async () => {
    const page = `/de/staff/calendar-import/sources/${id}`
    expect((await next.get(page)).status).toBe(404)
    for (const action of ['take', 'settle', 'stop'])
      expect((await next.post(`${page}/${action}`, { event: id })).status).toBe(404)
  })

  test('a lead stops it, and what came of it stays', async () => {
    expect(await readSources(asLead(), centre)).toHaveLength(1)
    await stopSource(asLead(), id)
    expect(await readSources(asLead(), centre)).toHaveLength(0)
    expect(await datesOf('Turnen')).toHaveLength(2)
    asked = []
    await readAgain(24)
    expect(asked).toEqual([])
  })

  const eventNamed = async (title: string) =>
    (await readOneSource(asLead(), id)).events.find(({ event }) => event.title === title)
  const news = async () => (await readSources(asLead(), centre))[0]?.news
})

test.each([
  'http://127.0.0.1/a.ics',
  'http://2130706433/',
  'https://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/',
])('I11: %s is refused where it is saved, in words, and not kept', async typed => {
  const fields = { centre: 'kiez-westend', name: 'Innen', address: typed, words: '' }
  const refused = await web.post('/de/staff/calendar-import/sources', fields)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('internen Netz')
  expect(await readSources(asLead(), centre)).toEqual([])
})

test('an address that is none is refused in Arabic, too, and what was typed stays', async () => {
  const fields = { centre: 'kiez-westend', name: 'Kita', address: 'kita.example', words: '' }
  const refused = load(await (await web.post('/ar/staff/calendar-import/sources', fields)).text())
  expect(refused('main').text()).toContain('هذا ليس عنوانًا نقرؤه')
  expect(refused('#sourceAddress').attr('value')).toBe('kita.example')
})

test('one that cannot be read is not added, and none is added twice', async () => {
  answer = { outcome: 'fault', code: 'too-slow', about: '' }
  const wish = { ...centre, name: 'Kita', address: 'https://other.example/', words: '' }
  expect(await addSource(asLead(), wish, ask)).toEqual(answer)
  answer = sent('')
  expect(await addSource(asLead(), wish, ask)).toMatchObject({ outcome: 'added' })
  expect(await addSource(asLead(), wish, ask)).toEqual({ outcome: 'already-there' })
})

test('is a duty with a heartbeat', () => {
  expect(calendarImportJobs).toMatchObject([{ name: 'read-calendars', everySeconds: 600 }])
})

test.each([
  [0, 4],
  [1, 1],
  [2, 2],
  [4, 8],
  [9, 24],
])('after %i faults in a row it is read again in %i hours', (faults, hours) => {
  expect(nextReading(townNow, faults)).toEqual(townNow.add({ hours }))
})

test('once a week all of it is asked for, because the year ahead has moved on', () => {
  const source = { etag: '"1"', lastModified: null, wholeAt: townNow } as Parameters<typeof knownAt>[0]
  expect(knownAt(source, townNow.add({ hours: 24 * 6 })).etag).toBe('"1"')
  expect(knownAt(source, townNow.add({ hours: 24 * 7 })).etag).toBeNull()
})

test('webcal: is how calendars are given to programs', () => {
  expect(addressFrom(' webcal://kita.example/a.ics ')).toBe('https://kita.example/a.ics')
})

function sent(events: string): Outside {
  const bytes = Buffer.from(`BEGIN:VCALENDAR\r\n${events}END:VCALENDAR\r\n`)
  return { outcome: 'read', bytes, etag: '"1"', lastModified: null }
}

function event(uid: string, start: string, title: string) {
  const lines = [`UID:${uid}`, `SUMMARY:${title}`, `DTSTART:${start}`, `DTEND:${start.slice(0, 9)}113000`]
  return `${['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')}\r\n`
}

async function later(hours: number) {
  now = now.add({ hours })
}

async function readAgain(hours: number) {
  await later(hours)
  await readDueSources(town.contextOf({ kind: 'system' }, now), ask)
}

async function drafts() {
  const rows = await inTransaction(asLead(), tx =>
    tx.selectFrom('offerDrafts').select(['id', 'answers']).execute(),
  )
  return rows.map(({ id, answers }) => ({
    id,
    ...(answers as Record<'what' | 'when', Record<string, string>>),
  }))
}

const offerOf = (title: string) =>
  inTransaction(asLead(), tx =>
    tx
      .selectFrom('offers as o')
      .innerJoin('offerTexts as t', 't.offerId', 'o.id')
      .select(['o.id', 'o.slug'])
      .where('t.title', '=', title)
      .executeTakeFirstOrThrow(),
  )

async function datesOf(title: string) {
  const { id } = await offerOf(title)
  const rows = await inTransaction(asLead(), tx =>
    tx.selectFrom('sessions').select('heldOn').where('offerId', '=', id).orderBy('heldOn').execute(),
  )
  return rows.map(({ heldOn }) => heldOn.toString())
}

/** Makes an offer of a begun plan, one for which families register. */
async function finished(title: string) {
  const draft = (await drafts()).find(({ what }) => what['texts.de.title'] === title)
  const { what = {}, who = {} } = aPlan()
  const outcome = await completed(draft?.id ?? '', {
    what,
    who,
    when: { isStepFree: 'yes' },
    places: registering,
  })
  expect(outcome.outcome).toBe('planned')
}
