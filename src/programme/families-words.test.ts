import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

await town.anOffer({ title: 'Sprachcafé', topics: ['language'] })
await town.anOffer({ title: 'Seelische Gesundheit', topics: ['health'] })
await town.anOffer({ title: 'Sprechstunde', topics: ['forms-and-benefits', 'work'] })
await town.anOffer({ title: 'Kita-Einstieg', topics: ['daycare'] })
await town.anOffer({ title: 'Wasserflöhe', topics: ['movement'] })

test.each([
  ['German class', 'Sprachcafé'],
  ['German course', 'Sprachcafé'],
  ['دورة ألمانية', 'Sprachcafé'],
  ['لغة المانية', 'Sprachcafé'],
  ['كورس الماني', 'Sprachcafé'],
  ['Depression', 'Seelische Gesundheit'],
  ['post natal depression', 'Seelische Gesundheit'],
  ['اكتئاب', 'Seelische Gesundheit'],
  ['حزينة', 'Seelische Gesundheit'],
  ['جوب سنتر', 'Sprechstunde'],
  ['كيندرجيلد', 'Sprechstunde'],
  ['كندرغارتن', 'Kita-Einstieg'],
  ['مسبح', 'Wasserflöhe'],
])('what a family types first is understood: %s finds %s', async (typed, title) => {
  const address = `http://kleinstadt.localhost/de/offers?${new URLSearchParams({ q: typed })}`
  const $ = load(await (await web.request(address)).text())
  const titles = $('.time-card h3').map((_, card) => $(card).text())
  expect(titles.get()).toContain(title)
})
