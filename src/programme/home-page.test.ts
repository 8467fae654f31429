import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

test('the home page shows what a family can still come to, and what is cancelled after it', async () => {
  const closed = await town.anOffer({
    ...{ title: 'Geschlossener Kurs', registration: 'session', counts: 'child', closesHoursBefore: 48 },
  })
  await town.aSession({ offer: closed, at: '10:00', until: '11:00' })
  await town.aSession({ offer: await town.anOffer({ title: 'Abgesagtes Café' }), cancelled: 'illness' })
  await town.aSession({ offer: await town.anOffer({ title: 'Offener Treff' }), at: '15:00', until: '17:00' })
  expect(await cards()).toEqual(['Offener Treff', 'Abgesagtes Café'])
})

test('the home page shows five of a day and leads to the others', async () => {
  for (const hour of ['16', '17', '18', '19'])
    await town.aSession({
      offer: await town.anOffer({ title: `Um ${hour} Uhr` }),
      at: `${hour}:00`,
      until: null,
    })
  expect(await cards()).toHaveLength(5)
  const $ = await home()
  expect($('a[href="/de/offers?day=today"]').text()).toBe('noch 2 Termine')
})

async function home() {
  return load(await (await web.request('http://kleinstadt.localhost/de')).text())
}

async function cards() {
  const $ = await home()
  return $('.time-card h3')
    .map((_, title) => $(title).text())
    .get()
}
