import { afterAll, expect, test } from 'vitest'
import { makeDemoHistory } from '../src/app/index.ts'
import { importCityPack } from '../src/city-pack/index.ts'
import { contextFor, listCities } from '../src/identity/index.ts'
import { connect } from '../src/platform/database/connect.ts'
import { databaseForThisFile } from './support/server.ts'
import { countBehindThePage, figuresOf, readToldStory } from './support/story.ts'
import { townNow } from './support/town.ts'
import { webForTest } from './support/web.ts'

const database = await databaseForThisFile()
const db = connect(database.app, { connections: 2 })
const web = webForTest(database)
afterAll(() => Promise.all([db.destroy(), web.close()]))

test('every figure that the story of the city pack tells is that of the database', async () => {
  await importCityPack({ db, folder: 'cities/wiesbaden', now: townNow })
  const [city] = await listCities(db)
  if (!city) throw new Error('The pack made no city.')
  await makeDemoHistory(contextFor({ city, db, actor: { kind: 'system' }, now: townNow, language: 'de' }))

  const told = readToldStory(await (await web.get('/de/story')).text())
  const counted = await countBehindThePage(database, city.id, '2026-11-23')
  expect(told.map(({ figures }) => figures)).toEqual(figuresOf(counted))
  expect(counted.visits.adults).toBeGreaterThan(1_000)
  expect(told[0]?.sentence).toBe('Wiesbaden hat 10 Zentren für Eltern und Kinder, getragen von 10 Trägern.')
  expect(told[9]?.figures['Basteltüten an Wohnungstüren']).toMatch(/^\d+ Beispiel$/)
  expect(told[7]?.figures['Haushalt 2020/21']).toMatch(/Beispiel$/)
}, 120_000)
