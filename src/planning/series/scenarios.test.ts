import { afterAll, expect, test } from 'vitest'
import { aFamily, deskOf, leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../../tests/support/planned-offers.ts'
import { readCalendar } from '../../../tests/support/read-calendar.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { listOfSession, register } from '../../registration/index.ts'

// What a series means on the list at the door and in the calendar of a family. Other scenarios of changing a series
// stand where their rule is: in series.test.ts, change-dates.test.ts and staff-routes.test.ts.

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned, sessionsOf, datesOf } = planningAt(town, lead)
const web = webForTest(database)
afterAll(() => web.close())
const baby = { bornIn: '2026-05-01' }

test('[S07] a course of eight dates is one place, eight lists and eight entries in the calendar', async () => {
  const plan = aPlan({
    what: { format: 'course', 'texts.de.title': 'Musikkurs' },
    when: { 'slots.0.lastOn': '', 'slots.0.units': '8' },
    places: { ...registering, registration: 'course' },
  })
  const { slug } = await planned(plan, { publish: true })
  const dates = await sessionsOf(slug)
  expect(dates).toHaveLength(8)

  const registrationId = await joins(await courseIntakeOf(slug), 'Yıldız')
  expect(await takenOf(slug)).toEqual([1])
  for (const { id } of dates)
    expect((await listOfSession(lead, id)).lines.map(line => line.id)).toEqual([registrationId])
  const { shown } = readCalendar(await (await web.get(`/de/offers/${slug}/calendar.ics`)).text())
  expect(shown()).toHaveLength(8)
})

test('[S11] of a group in A and B weeks a child is on the lists of those dates alone for which it comes', async () => {
  const plan = aPlan({
    when: {
      ...{ 'slots.0.rhythm': 'fortnightly', 'slots.0.weekday': '2', 'slots.0.lastOn': '2026-12-31' },
      ...{ 'slots.1.rhythm': 'fortnightly', 'slots.1.weekday': '4', 'slots.1.starts': '15:00' },
      ...{ 'slots.1.firstOn': '2026-12-03', 'slots.1.lastOn': '2026-12-31' },
    },
    places: registering,
  })
  const { slug } = await planned(plan, { publish: true })
  expect(await datesOf(slug)).toEqual([
    ...['2026-11-24', '2026-12-03', '2026-12-08', '2026-12-17', '2026-12-22', '2026-12-31'],
  ])
  for (const { heldOn, intakeId } of await sessionsOf(slug))
    if (heldOn.dayOfWeek === 2) await joins(intakeId, 'Novak')
  const lists = []
  for (const { id, heldOn } of await sessionsOf(slug))
    lists.push([heldOn.dayOfWeek, (await listOfSession(lead, id)).lines.length])
  expect(lists).toEqual([
    [2, 1],
    [4, 0],
    [2, 1],
    [4, 0],
    [2, 1],
    [4, 0],
  ])
})

const asSystem = <Found>(work: Parameters<typeof inTransaction<Found>>[1]) =>
  inTransaction(town.contextOf({ kind: 'system' }), work)

const joins = async (intakeId: string | null, name: string) => {
  const desk = town.contextOf(deskOf(town.westend))
  const outcome = await register(desk, { ...aFamily(name, baby), intakeId: intakeId ?? '' })
  if (outcome.outcome !== 'confirmed') throw new Error(`Not registered: ${outcome.outcome}`)
  return outcome.registrationId
}

const courseIntakeOf = (slug: string) =>
  asSystem(async tx => {
    const found = await tx
      .selectFrom('intakes as i')
      .innerJoin('offers as o', 'o.id', 'i.offerId')
      .select('i.id')
      .where('o.slug', '=', slug)
      .execute()
    return found[0]?.id ?? null
  })

const takenOf = (slug: string) =>
  asSystem(async tx => {
    const found = await tx
      .selectFrom('intakeLimits as l')
      .innerJoin('intakes as i', 'i.id', 'l.intakeId')
      .innerJoin('offers as o', 'o.id', 'i.offerId')
      .select('l.taken')
      .where('o.slug', '=', slug)
      .execute()
    return found.map(({ taken }) => taken)
  })
