import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { weekAfter, weekBefore, weekFrom } from './week.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const monday = Temporal.PlainDate.from('2026-11-23')

test.each([
  ['', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
  ['2026-11-01', '2026-11-23'],
  ['2099-01-01', '2027-05-24'],
  ['soon', '2026-11-23'],
])('the week %j of an address begins on %s', (asked, expected) => {
  expect(weekFrom(asked, monday).toString()).toBe(expected)
})

test('weeks are turned from today to half a year ahead', () => {
  expect(weekBefore(monday, monday)).toBeUndefined()
  expect(weekBefore(monday.add({ days: 3 }), monday)).toEqual(monday)
  expect(weekAfter(monday, monday)?.toString()).toBe('2026-11-30')
  expect(weekAfter(monday.add({ weeks: 26 }), monday)).toBeUndefined()
})

test('families turn to the next week of a centre and back', async () => {
  const offer = await town.anOffer({ title: 'Laternen basteln' })
  await town.aSession({ offer, on: '2026-12-02' })
  const at = `/de/centres/${town.westend.slug}`
  const now = await page(at)
  expect(now('#plan').text()).not.toContain('Laternen basteln')
  const next = now('#plan nav a').attr('href') ?? ''
  expect(next).toBe(`${at}?from=2026-11-30#plan`)
  const then = await page(next.replace('#plan', ''))
  expect(then('#plan').text()).toContain('Laternen basteln')
  expect(then('#plan h2').text()).toBe('Montag, 30. November – Sonntag, 6. Dezember')
  expect(then('#plan nav a').first().attr('href')).toBe(`${at}?from=2026-11-23#plan`)
})

test('an offer shows its next eight dates, and all of them on demand', async () => {
  const offer = await town.anOffer({ title: 'Jeden Tag', slug: 'jeden-tag' })
  for (let day = 1; day <= 9; day++) await town.aSession({ offer, on: `2026-12-0${day}` })
  const next = await page('/de/offers/jeden-tag')
  expect(next('#dates .time-card')).toHaveLength(8)
  expect(next('#dates a').last().attr('href')).toBe('/de/offers/jeden-tag?dates=all#dates')
  const all = await page('/de/offers/jeden-tag?dates=all')
  expect(all('#dates .time-card')).toHaveLength(9)
  expect(all('#dates').text()).not.toContain('Alle Termine dieses Angebots')
})

const page = async (path: string) => load(await (await web.get(path)).text())
