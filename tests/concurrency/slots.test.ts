import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aConsultation, booksAtTen } from '../support/consultations.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown } from '../support/town.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => admin.end())
beforeEach(() => admin.query('truncate consultation_hours cascade'))

test('twenty families ask for one slot at once: one has it', async () => {
  await aConsultation(town)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => booksAtTen(town)))
  expect(outcomes.filter(({ outcome }) => outcome === 'booked')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(19)
})

test('Q05: three ask at once for any of two counsellors: two are booked, with different ones, and one is refused', async () => {
  for (let round = 0; round < 10; round++) {
    await admin.query('truncate consultation_hours cascade')
    await aConsultation(town, { counsellor: 'Familienberatung' })
    await aConsultation(town, { counsellor: 'Elternberatung' })
    const outcomes = await Promise.all([booksAtTen(town), booksAtTen(town), booksAtTen(town)])
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['booked', 'booked', 'taken'])
    expect(await counsellorsBooked()).toEqual(['Elternberatung', 'Familienberatung'])
  }
})

test('the same form sent twice at the same moment is one booking, though two counsellors are free', async () => {
  await aConsultation(town, { counsellor: 'Familienberatung' })
  await aConsultation(town, { counsellor: 'Elternberatung' })
  const [first, again] = await Promise.all([
    booksAtTen(town, 'one-form-only-1234'),
    booksAtTen(town, 'one-form-only-1234'),
  ])
  expect(first).toEqual(again)
  expect(first.outcome).toBe('booked')
  expect(await counsellorsBooked()).toHaveLength(1)
})

test('two leads offer the same counsellor at the same time: one of them is told', async () => {
  const outcomes = await Promise.all([
    aConsultation(town),
    aConsultation(town, { from: '10:15', until: '10:45' }),
  ])
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['offered', 'overlaps'])
})

const counsellorsBooked = async () => {
  const { rows } = await admin.query(`select s.counsellor from consultation_bookings b
    join consultation_slots s on s.id = b.slot_id order by 1`)
  return rows.map(({ counsellor }) => counsellor)
}
