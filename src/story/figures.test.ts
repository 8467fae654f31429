import { afterAll, expect, test } from 'vitest'
import { aDoorstep, asksFor, asLead } from '../../tests/support/doorstep.ts'
import { someMoney } from '../../tests/support/money.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { countBehindThePage, figuresOf, readToldStory } from '../../tests/support/story.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { enterManyCounts, nobody } from '../attendance/index.ts'
import { closeRound, readSheet, tickDoor } from '../doorstep/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { releaseFigures } from '../reporting/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(() => web.close())
const system = town.contextOf({ kind: 'system' })

test('where nothing is known, it says so and invents nothing', async () => {
  const told = await story()
  expect(told).toHaveLength(10)
  expect(told[6]?.sentence).toBe('Wie viele Familien die Zentren erreichen, ist noch nicht bekannt.')
  expect(told[7]?.figures).toEqual({ 'Geld im Jahr': 'noch nicht bekannt' })
  expect(told[8]?.figures).toEqual({ 'Stunden einer Leitung': 'noch nicht bekannt' })
  expect(told.map(({ figures }) => figures)).toEqual(await behindThePage())
})

test('with a year of life in it, every figure is that of the database', async () => {
  await someMoney(town)
  await aYearOfLife()
  const told = await story()
  expect(told.map(({ figures }) => figures)).toEqual(await behindThePage())
  expect(told[6]?.figures).toMatchObject({ 'Besuche von Erwachsenen': '44', 'gezählte Termine': '2 von 3' })
  expect(told[9]?.figures).toMatchObject({ 'Termine online': '1', 'Basteltüten an Wohnungstüren': '6' })
})

test('a sentence says no other number than the figures below it, and their sums', async () => {
  for (const { sentence, numbers, figures, picture } of (await story()).slice(0, 6)) {
    const known = Object.values(figures).map(text => Number.parseInt(text, 10))
    const sum = known.reduce((one, other) => one + other, 0)
    const isKnown = (number: string) =>
      [...known, sum, known.length, known.filter(value => value > 0).length].includes(Number(number))
    expect(
      numbers.filter(number => !isKnown(number)),
      sentence,
    ).toEqual([])
    for (const [label, text] of Object.entries(figures))
      expect(picture, sentence).toContain(`${label}: ${text.replace(' Beispiel', '')}`)
  }
})

test('a figure follows when the database changes', async () => {
  const before = (await story())[2]?.figures['Nachbarn helfen']
  await town.anOffer({ kind: 'neighbourly' })
  expect((await story())[2]?.figures['Nachbarn helfen']).toBe(String(Number(before) + 1))
  expect((await story()).map(({ figures }) => figures)).toEqual(await behindThePage())
})

test('control: a figure that the page did not follow would be noticed', async () => {
  const told = (await story()).map(({ figures }) => figures)
  await town.anOffer({ kind: 'counselling' })
  expect(told).not.toEqual(await behindThePage())
})

test.each(['de', 'en', 'ar'])('ten sentences in %s, each with its picture and its name', async language => {
  const told = readToldStory(await (await web.get(`/${language}/story`)).text())
  expect(told).toHaveLength(10)
  for (const { sentence, figures, picture } of told) {
    expect(sentence.match(/[.!?](\s|$)/g), sentence).toHaveLength(1)
    expect(Object.keys(figures).length).toBeGreaterThan(0)
    expect(picture.length).toBeGreaterThan(10)
  }
})

const story = async () => readToldStory(await (await web.get('/de/story')).text())

const behindThePage = async () => figuresOf(await countBehindThePage(database, town.city.id, '2026-11-23'))

/** Offers of several kinds and ways; two counted sessions in the third quarter, one nobody counted, one in the fourth. */
async function aYearOfLife() {
  const playgroup = await town.anOffer({ languages: ['de', 'tr'] })
  const online = await town.anOffer({
    kind: 'education',
    way: 'online',
    priceCents: 550,
    pricePer: 'session',
  })
  await town.anOffer({ kind: 'counselling', way: 'phone', registration: 'session', counts: 'household' })
  await town.anOffer({ kind: 'activity', state: 'draft' })
  await town.aSession({ offer: online, on: '2026-10-05' })
  await town.aSession({ offer: online, on: '2026-10-12', cancelled: 'illness' })
  await town.aSession({ offer: online, on: '2026-11-30' })
  const sessions = [
    await town.aSession({ offer: playgroup, on: '2026-07-06' }),
    await town.aSession({ offer: playgroup, on: '2026-08-03' }),
    await town.aSession({ offer: playgroup, on: '2026-11-02' }),
  ]
  await town.aSession({ offer: playgroup, on: '2026-09-07' })
  const heads = { ...nobody, adults: 22, children1To2: 14, children3To5: 3, firstTime: 4 }
  await inTransaction(system, tx =>
    enterManyCounts(
      tx,
      town.city.id,
      sessions.map(({ id, startsAt }) => ({
        session: {
          id,
          offerId: playgroup.id,
          centreId: town.westend.id,
          providerId: town.westend.providerId,
          startsAt,
          cancelReason: null,
        },
        heads,
        countedAt: startsAt,
      })),
    ),
  )
  await releaseFigures(system)
  await kitsAtADoor()
}

/** A round that is over: six kits hang at one door. */
async function kitsAtADoor() {
  const { kitId } = await aDoorstep(town, { stock: 9 })
  await asksFor(town, { [kitId]: 6 })
  const lead = asLead(town)
  const { id: round } = await inTransaction(lead, tx =>
    tx.selectFrom('doorstepRounds').select('id').executeTakeFirstOrThrow(),
  )
  for (const { id } of (await readSheet(lead, round)).requests) await tickDoor(lead, id, 'hung-up')
  await closeRound(lead, round)
}
