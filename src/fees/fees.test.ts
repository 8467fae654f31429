import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aFamily, deskOf, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import type { StaffMember } from '../identity/index.ts'
import { newSecret } from '../platform/web/keys.ts'
import { chooseLevel } from './choose-level.ts'
import { countBox, countForgottenBoxes } from './count-box.ts'
import { giveBack, moveCash, takeAtTheDoor, takePayment } from './keep-cash.ts'
import { readBooks, readBox, readPayers, readSheet } from './read-fees.ts'
import { setReducedPrice } from './set-reduced-price.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const desk = town.contextOf(deskOf(town.westend))
const centre = { centreId: town.westend.id, providerId: town.westend.providerId }
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => admin.end())
beforeEach(() => admin.query('truncate cash_boxes, fee_choices, reduced_prices, audit_entries cascade'))

const workshop = await town.anOffer({
  ...{ title: 'Holzwerkstatt', registration: 'session', counts: 'child', places: 20 },
  ...{ priceCents: 500, pricePer: 'session' },
})
const saturday = await town.aSession({ offer: workshop, at: '16:30', until: '18:00' })
const cafe = await town.anOffer({ title: 'Elterncafé', priceCents: 100, pricePer: 'session' })

describe('what a family pays', () => {
  test('is what it says: full at first, less or nothing on its word', async () => {
    const { registrationId } = await aFamilyOf(2)
    expect(await due(registrationId)).toBe(1000)
    await setReducedPrice(lead, workshop.id, 200)
    await chooseLevel(desk, registrationId, 'reduced')
    expect(await due(registrationId)).toBe(400)
    await chooseLevel(desk, registrationId, 'waived')
    expect(await due(registrationId)).toBe(0)
  })

  test('never decides about its place', async () => {
    const { registrationId } = await aFamilyOf(1)
    await chooseLevel(desk, registrationId, 'waived')
    const { rows } = await admin.query('select state from registrations where id = $1', [registrationId])
    expect(rows).toEqual([{ state: 'confirmed' }])
  })

  test('cannot be reduced where there is no such price', async () => {
    const { registrationId } = await aFamilyOf(1)
    expect(await chooseLevel(desk, registrationId, 'reduced')).toEqual({ outcome: 'no-such-level' })
  })

  test('stands in the audit log as noted, not as what', async () => {
    const { registrationId } = await aFamilyOf(1)
    await chooseLevel(lead, registrationId, 'waived')
    const { rows } = await admin.query('select * from audit_entries')
    expect(rows.map(({ action }) => action)).toEqual(['fee.chosen'])
    expect(JSON.stringify(rows)).not.toContain('waived')
  })

  test('is hidden from the course leader, the provider and support access, who see its name', async () => {
    const { registrationId } = await aFamilyOf(1)
    await chooseLevel(desk, registrationId, 'reduced').catch(() => undefined)
    for (const [who, actor] of Object.entries(others))
      await expect(readPayers(town.contextOf(actor), saturday.intakeId ?? ''), who).rejects.toThrow()
    expect((await readPayers(lead, saturday.intakeId ?? '')).families.length).toBeGreaterThan(0)
  })

  test('a lesser price that is not less is refused', async () => {
    expect(await setReducedPrice(lead, workshop.id, 500)).toEqual({ outcome: 'not-less' })
    expect(await setReducedPrice(lead, workshop.id, 0)).toEqual({ outcome: 'set' })
  })
})

describe('the cash book', () => {
  test('numbers its lines without a gap and knows what lies in the box', async () => {
    const { registrationId } = await aFamilyOf(1)
    await takePayment(lead, registrationId, sent(500))
    await takeAtTheDoor(lead, cafe.id, sent(100))
    await moveCash(lead, centre, { ...sent(400), kind: 'taken-out', words: 'Sparkasse' })
    const { lines, balanceCents } = await readBox(lead, undefined)
    expect(lines.map(({ number, kind, cents }) => [number, kind, cents])).toEqual([
      [1, 'payment', 500],
      [2, 'payment', 100],
      [3, 'taken-out', 400],
    ])
    expect(balanceCents).toBe(200)
  })

  test('takes a form that was sent twice as one line', async () => {
    const twice = sent(100)
    const [one, other] = await Promise.all([
      takeAtTheDoor(lead, cafe.id, twice),
      takeAtTheDoor(lead, cafe.id, twice),
    ])
    expect(one).toEqual(other)
    await takeAtTheDoor(lead, cafe.id, sent(200))
    const { lines, balanceCents } = await readBox(lead, undefined)
    expect(lines.map(({ number }) => number)).toEqual([1, 2])
    expect(balanceCents).toBe(300)
  })

  test('gives back what was paid, and never more', async () => {
    const { registrationId } = await aFamilyOf(1)
    const entryId = await paid(registrationId, 500)
    await moveCash(lead, centre, { ...sent(5000), kind: 'put-in', words: '' })
    expect((await giveBack(lead, entryId, { ...sent(300), words: 'krank' })).outcome).toBe('entered')
    expect(await giveBack(lead, entryId, { ...sent(300), words: '' })).toEqual({
      outcome: 'more-than-was-paid',
    })
    expect((await payer(registrationId))?.paidCents).toBe(200)
    expect((await readBox(lead, undefined)).lines).toHaveLength(3)
  })

  test('many who give the same payment back at once: one succeeds', async () => {
    const entryId = await paid((await aFamilyOf(1)).registrationId, 500)
    await moveCash(lead, centre, { ...sent(5000), kind: 'put-in', words: '' })
    const backs = await Promise.all(
      Array.from({ length: 6 }, () => giveBack(lead, entryId, { ...sent(500), words: '' })),
    )
    expect(backs.filter(({ outcome }) => outcome === 'entered')).toHaveLength(1)
  })

  test('the control: without the constraint it is given back more than once', async () => {
    await admin.query('alter table cash_entries drop constraint no_more_back_than_was_paid')
    try {
      const entryId = await paid((await aFamilyOf(1)).registrationId, 500)
      await moveCash(lead, centre, { ...sent(5000), kind: 'put-in', words: '' })
      await giveBack(lead, entryId, { ...sent(500), words: '' })
      expect((await giveBack(lead, entryId, { ...sent(500), words: '' })).outcome).toBe('entered')
    } finally {
      await admin.query('truncate cash_boxes cascade')
      await admin.query(
        'alter table cash_entries add constraint no_more_back_than_was_paid check (refunded_cents between 0 and cents)',
      )
    }
  })

  test('nothing can be taken out that is not in it', async () => {
    expect(await moveCash(lead, centre, { ...sent(1), kind: 'taken-out', words: '' })).toEqual({
      outcome: 'not-in-the-box',
    })
  })

  test('no line can be changed or deleted, not even by the lead', async () => {
    await takeAtTheDoor(lead, cafe.id, sent(100))
    const app = new pg.Client({ connectionString: database.app })
    await app.connect()
    try {
      for (const statement of [
        'update cash_entries set cents = 1',
        'delete from cash_entries',
        'delete from cash_sheets',
      ])
        await expect(app.query(statement)).rejects.toThrow('permission denied')
    } finally {
      await app.end()
    }
  })

  test('keeps the line and forgets whose it was when the family is deleted', async () => {
    const { registrationId } = await aFamilyOf(1)
    await paid(registrationId, 500)
    await admin.query(
      'delete from households where id = (select household_id from registrations where id = $1)',
      [registrationId],
    )
    const { rows } = await admin.query('select cents, registration_id from cash_entries')
    expect(rows).toEqual([{ cents: 500, registration_id: null }])
    expect((await admin.query('select from fee_choices')).rowCount).toBe(0)
  })
})

describe('counting the box', () => {
  test('signs what came since the last time; a difference is a line of its own', async () => {
    await moveCash(lead, centre, { ...sent(2000), kind: 'put-in', words: '' })
    await takeAtTheDoor(lead, cafe.id, sent(100))
    expect(await countBox(lead, centre, counted(2050))).toEqual({ outcome: 'counted', differenceCents: -50 })
    await takeAtTheDoor(lead, cafe.id, sent(100))
    expect(await countBox(lead, centre, counted(2150))).toEqual({ outcome: 'counted', differenceCents: 0 })
    const first = await readSheet(lead, town.westend.slug, 1)
    expect(first.sheet).toEqual({
      openingCents: 0,
      sums: { payment: 100, refund: 0, 'put-in': 2000, 'taken-out': 0, over: 0, short: 50 },
      closingCents: 2050,
    })
    const second = await readSheet(lead, town.westend.slug, 2)
    expect(second.sheet.openingCents).toBe(2050)
    expect(second.lines.map(({ number }) => number)).toEqual([4])
  })

  test('the database signs nothing that the book does not say', async () => {
    await takeAtTheDoor(lead, cafe.id, sent(100))
    await expect(
      admin.query(
        `insert into cash_sheets (city_id, centre_id, provider_id, counted_on, counted_cents, expected_cents, counted_at,
          counted_by) values ($1, $2, $3, '2026-11-23', 99, 100, now(), 'x')`,
        [town.city.id, centre.centreId, centre.providerId],
      ),
    ).rejects.toMatchObject({ constraint: 'counted_as_it_is_written' })
  })

  test('waits for the lead from the next day on', async () => {
    await takeAtTheDoor(lead, cafe.id, sent(100))
    const tomorrow = town.contextOf(leadOf(town.westend), townNow.add({ hours: 24 }))
    expect(await countForgottenBoxes(lead)).toBe(0)
    expect(await countForgottenBoxes(tomorrow)).toBe(1)
    await countBox(tomorrow, centre, counted(100))
    expect(await countForgottenBoxes(tomorrow)).toBe(0)
  })

  test('the provider reads books and sheets of its own centres alone', async () => {
    await takeAtTheDoor(lead, cafe.id, sent(100))
    await countBox(lead, centre, counted(100))
    const [own] = await readBooks(town.contextOf(others.manager))
    expect(own?.income).toMatchObject([{ title: 'Elterncafé', cents: 100, payments: 1 }])
    expect(own?.sheets).toHaveLength(1)
    const stranger = town.contextOf({ ...others.manager, memberships: managerOf(town.dotzheim.providerId) })
    await expect(readSheet(stranger, town.westend.slug, 1)).rejects.toThrow()
  })
})

const sent = (cents: number) => ({ cents, renderingKey: newSecret() })
const counted = (countedCents: number) => ({ countedCents, renderingKey: newSecret() })

const aFamilyOf = (children: number) => joins(town, saturday, aFamily('Yıldız', { children }))

const payer = async (registrationId: string) =>
  (await readPayers(lead, saturday.intakeId ?? '')).families.find(({ id }) => id === registrationId)

const due = async (registrationId: string) => (await payer(registrationId))?.dueCents

const paid = async (registrationId: string, cents: number) => {
  const done = await takePayment(lead, registrationId, sent(cents))
  if (done.outcome !== 'entered') throw new Error(done.outcome)
  return done.entryId
}

const managerOf = (providerId: string) => [{ role: 'provider-manager' as const, providerId, centreId: null }]

const someone = (given: Partial<StaffMember>): StaffMember => ({
  ...{
    kind: 'staff',
    accountId: 'someone',
    name: 'Jemand',
    memberships: [],
    ledOffers: [],
    supportedCentres: [],
  },
  ...given,
})

const others = {
  leader: someone({
    memberships: [{ role: 'course-leader', ...centre }],
    ledOffers: [workshop.id],
  }),
  manager: someone({ memberships: managerOf(centre.providerId) }),
  helper: someone({ supportedCentres: [centre.centreId] }),
}
