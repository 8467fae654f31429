import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const withPlaces = { counts: 'child', registration: 'session' } as const

test('who looks for places is not shown what is full, closed, stopped, cancelled or not open yet', async () => {
  await town.aSession({
    offer: await town.anOffer({ title: 'Freier Termin', ...withPlaces }),
    on: '2026-11-24',
  })
  await town.aSession({
    offer: await town.anOffer({ title: 'Freier Kurs', ...withPlaces, registration: 'course' }),
    on: '2026-11-24',
  })
  await town.aSession({ offer: await town.anOffer({ title: 'Offener Treff' }), on: '2026-11-25' })
  await town.anOffer({ title: 'Nach Absprache' })

  const closed = { ...withPlaces, closesHoursBefore: 72 }
  await town.aSession({ offer: await town.anOffer({ title: 'Geschlossen', ...closed }), on: '2026-11-24' })
  await town.aSession({
    offer: await town.anOffer({ title: 'Noch nicht offen', ...withPlaces }),
    ...{ on: '2026-12-24', opensAt: Temporal.Instant.from('2026-12-01T08:00:00Z') },
  })
  await town.aSession({
    offer: await town.anOffer({ title: 'Abgesagt', ...withPlaces }),
    ...{ on: '2026-11-24', cancelled: 'weather' },
  })
  await town.aSession({
    offer: await town.anOffer({ title: 'Voller Kurs', ...withPlaces, registration: 'course', places: 0 }),
    on: '2026-11-24',
  })

  const answer = await web.request('http://kleinstadt.localhost/de/offers?places=yes')
  expect(answer.headers.get('x-fresh-until')).toBeNull()
  expect(await titles('/de/offers?places=yes')).toEqual([
    'Freier Kurs',
    'Freier Termin',
    'Offener Treff',
    'Nach Absprache',
  ])
})

test('of an offer with a full date the next one with room is shown', async () => {
  const offer = await town.anOffer({ title: 'Zweite Woche', ...withPlaces, closesHoursBefore: 24 })
  await town.aSession({ offer, on: '2026-11-23', at: '16:00', until: null })
  const free = await town.aSession({ offer, on: '2026-11-30' })
  const $ = await listed('/de/offers?places=yes')
  const card = $('.time-card').filter((_, each) => $(each).text().includes('Zweite Woche'))
  expect(card.find('a').attr('href')).toBe(`/de/sessions/${free.id}`)
})

const listed = async (path: string) =>
  load(await (await web.request(`http://kleinstadt.localhost${path}`)).text())

async function titles(path: string) {
  const $ = await listed(path)
  return $('.time-card h3')
    .map((_, title) => $(title).text())
    .get()
}
