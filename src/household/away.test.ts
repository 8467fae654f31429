import { afterAll, expect, test } from 'vitest'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { registers, page } = familiesAt(web)
afterAll(web.close)

test('a date to which the family does not come is marked on its page and in its calendar', async () => {
  const offer = await town.anOffer({ title: 'Turnen', registration: 'course', counts: 'child', places: 5 })
  const first = await town.aSession({ offer, on: '2026-12-07' })
  const second = await town.aSession({ offer, on: '2026-12-14' })
  const { link } = await registers(first)
  expect(await awayOn(link)).toEqual([])

  await web.post(`/de/my/${link}/away`, { session: second.id, comes: 'no' })
  expect(await awayOn(link)).toEqual([`/de/sessions/${second.id}`])
  const calendar = await (await web.get(`/de/my/${link}/family/calendar.ics`)).text()
  expect(calendar.match(/SUMMARY.*/g)?.map(line => line.trim())).toEqual([
    'SUMMARY;LANGUAGE=de:Turnen',
    'SUMMARY;LANGUAGE=de:Ihr fehlt: Turnen',
  ])
  expect(calendar.match(/TRANSP:TRANSPARENT/g)).toHaveLength(1)

  await web.post(`/de/my/${link}/away`, { session: second.id, comes: 'yes' })
  expect(await awayOn(link)).toEqual([])
})

const awayOn = async (link: string) => {
  const { $ } = await page(`/de/my/${link}/family`)
  return $('.time-card')
    .filter((_, card) => $(card).text().includes('Ihr fehlt'))
    .map((_, card) => $(card).find('a').attr('href'))
    .get()
}
