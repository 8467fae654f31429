import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, deskOf, leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Ease } from '../../programme/index.ts'
import { register } from '../../registration/index.ts'
import { changeDates, previewChange } from './change-dates.ts'
import type { DateEdit, Scope } from './date-edit.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const web = webForTest(database)
afterAll(web.close)
const { planned, changed, sessionsOf, datesOf, traces, stored } = planningAt(town, lead)

describe('changing one date', () => {
  test('moves it, and says when it was to be', async () => {
    const slug = await aGroup()
    expect(
      await change(slug, '2026-12-01', 'this', { heldOn: '2026-12-03', starts: '14:00', ends: '15:30' }),
    ).toBe('changed')
    const date = (await rows(slug)).find(({ heldOn }) => heldOn === '2026-12-03')
    expect(date).toMatchObject({ at: '14:00', movedFrom: '2026-12-01T08:30:00Z', sequence: 1 })
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-03', '2026-12-08', '2026-12-15'])
  })

  test('moved after a family has registered, whoever registers next reads its new day', async () => {
    const slug = await aGroup()
    await joins(slug, '2026-12-01')
    await change(slug, '2026-12-01', 'this', { heldOn: '2026-12-03', starts: '14:00', ends: '15:30' })
    const moved = (await sessionsOf(slug)).find(({ heldOn }) => heldOn.toString() === '2026-12-03')
    const form = await (await web.get(`/de/join/${moved?.intakeId}`)).text()
    expect(form).toContain('Donnerstag, 3. Dezember')
    expect(form).not.toContain('1. Dezember')
  })

  test('back to where it was makes it one of its series again', async () => {
    const slug = await aGroup()
    await change(slug, '2026-12-01', 'this', { heldOn: '2026-12-03' })
    await change(slug, '2026-12-03', 'this', { heldOn: '2026-12-01' })
    expect((await rows(slug))[1]).toMatchObject({
      heldOn: '2026-12-01',
      movedFrom: undefined,
      hasOwnTimes: false,
    })
  })

  test('[S02] what is its own survives a change of all', async () => {
    const slug = await aGroup()
    const own = { heldOn: '2026-12-03', places: 3, place: 'Turnhalle', leader: 'Frau Weiß' }
    await change(slug, '2026-12-01', 'this', own)
    await change(slug, '2026-12-08', 'all', {
      starts: '10:00',
      places: 12,
      place: 'Raum 2',
      leader: 'Herr Novak',
    })
    await changed(slug, { places: { places: '20' } })
    const [first, second] = await rows(slug)
    expect(first).toMatchObject({ heldOn: '2026-11-24', at: '10:00', limit: 20, ownPlace: null })
    expect(second).toMatchObject({
      ...{ heldOn: '2026-12-03', at: '09:30', limit: 3, ownPlace: 'Turnhalle', ownLeader: 'Frau Weiß' },
    })
    expect(await stored(slug)).toMatchObject({ place: 'Raum 2', leader: 'Herr Novak' })
  })

  test.each<[string, string, Partial<Typed>, string]>([
    ['nothing is new', '2026-12-01', {}, 'no-change'],
    ['it would have been yesterday', '2026-12-01', { heldOn: '2026-11-22' }, 'in-the-past'],
    ['another one is then', '2026-12-01', { heldOn: '2026-12-08' }, 'taken'],
    [
      'the clock leaves that hour out',
      '2026-12-01',
      { heldOn: '2027-03-28', starts: '02:30', ends: '03:30' },
      'in-gap',
    ],
  ])('is refused where %s', async (_, on, edit, outcome) => {
    const slug = await aGroup()
    expect(await change(slug, on, 'this', edit)).toBe(outcome)
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15'])
  })
})

describe('changing this and the following', () => {
  test('leaves what was before, and goes on by the new rule', async () => {
    const slug = await aGroup()
    await change(slug, '2026-12-08', 'following', {
      heldOn: '2026-12-10',
      starts: '15:00',
      ends: '16:00',
      place: 'Hof',
    })
    expect(await rows(slug)).toMatchObject([
      { heldOn: '2026-11-24', at: '09:30', ownPlace: null },
      { heldOn: '2026-12-01', at: '09:30', ownPlace: null },
      { heldOn: '2026-12-10', at: '15:00', ownPlace: 'Hof', movedFrom: undefined },
      { heldOn: '2026-12-17', at: '15:00', ownPlace: 'Hof' },
    ])
    expect(await traces(slug)).toContain('series.changed starts_at own_place')
  })

  test('another language and what makes it easy go along, also to dates made later; a day of its own keeps its own', async () => {
    const slug = await aGroup()
    await change(slug, '2026-12-15', 'this', { eases: ['food'] })
    await change(slug, '2026-12-08', 'following', { languages: ['de', 'uk'], eases: ['pram', 'no-german'] })
    expect(await rows(slug)).toMatchObject([
      { heldOn: '2026-11-24', ownLanguages: null, ownEases: null },
      { heldOn: '2026-12-01', ownLanguages: null, ownEases: null },
      { heldOn: '2026-12-08', ownLanguages: ['de', 'uk'], ownEases: ['pram', 'no-german'] },
      { heldOn: '2026-12-15', ownLanguages: ['de', 'uk'], ownEases: ['food'] },
    ])
    expect(await traces(slug)).toContain('series.changed own_languages own_eases')
    const series = await asSystem(tx =>
      tx
        .selectFrom('series')
        .select(['ownLanguages', 'ownEases'])
        .where('ownEases', 'is not', null)
        .execute(),
    )
    expect(series).toEqual([{ ownLanguages: ['de', 'uk'], ownEases: ['pram', 'no-german'] }])
  })

  test('in another order is nothing new', async () => {
    const slug = await aGroup()
    await change(slug, '2026-12-01', 'all', { languages: ['tr', 'de'], eases: ['food', 'pram'] })
    expect(await stored(slug)).toMatchObject({ languages: ['tr', 'de'], eases: ['food', 'pram'] })
    const again = { languages: ['de', 'tr'], eases: ['pram' as const, 'food' as const] }
    expect(await change(slug, '2026-12-01', 'this', again)).toBe('no-change')
  })

  test('a cancelled date stands for its week, and is not held again', async () => {
    const slug = await aGroup()
    await cancel(slug, '2026-12-08')
    await change(slug, '2026-12-01', 'following', { heldOn: '2026-12-02' })
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-02', '2026-12-08', '2026-12-16'])
  })

  test.each(['following', 'all'] as const)('%s: a series goes to no other week', async scope => {
    expect(await change(await aGroup(), '2026-12-01', scope, { heldOn: '2026-12-09' })).toBe('only-this')
  })
})

describe('changing all', () => {
  test('[S01] a date with registrations stays until staff decide; empty dates vanish', async () => {
    const slug = await aGroup({
      'slots.0.weekday': '4',
      'slots.0.skipsPublicHolidays': 'yes',
      'slots.0.lastOn': '2027-01-07',
    })
    await joins(slug, '2026-12-24')
    const outcome = await changing(slug, '2026-12-03', 'all', { heldOn: '2026-12-04' })
    expect(outcome).toMatchObject({ outcome: 'changed', edited: { staying: [{}], removed: [{}] } })
    const on = await datesOf(slug)
    expect(on).toContain('2026-12-24')
    expect(on).not.toContain('2026-12-31')
    expect((await rows(slug)).find(({ heldOn }) => heldOn === '2026-12-24')?.seriesId).toBeNull()
  })

  test('[S04] a shorter series removes only empty far dates', async () => {
    const slug = await aGroup()
    await joins(slug, '2026-12-15')
    await changed(slug, { when: { 'slots.0.lastOn': '2026-12-01' } })
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-01', '2026-12-15'])
  })

  test('takes families along, in the same place of the list', async () => {
    const slug = await aGroup()
    await joins(slug, '2026-12-01')
    await change(slug, '2026-12-01', 'all', { starts: '14:00', ends: '15:00' })
    const [date] = (await rows(slug)).filter(({ heldOn }) => heldOn === '2026-12-01')
    expect(date).toMatchObject({ at: '14:00', registrations: 1, opensFor: '2026-12-01T13:00:00Z' })
  })
})

describe('families', () => {
  test('are told once of everything that one change touches, in their language', async () => {
    const slug = await aGroup()
    const contact = { kind: 'email' as const, email: 'novak@example.org' }
    const renderingKey = 'one-form-for-both-dates'
    await joins(slug, '2026-12-01', aFamily('Novak', { bornIn: '2026-05-01', contact, renderingKey }))
    await joins(slug, '2026-12-08', aFamily('Novak', { bornIn: '2026-05-01', contact, renderingKey }))
    await joins(slug, '2026-12-08', aFamily('حداد', { bornIn: '2026-06-01' }), 'ar')
    const wish = await wishFor(slug, '2026-12-01', 'following', {
      heldOn: '2026-12-03',
      starts: '14:00',
      ends: '15:30',
    })
    const preview = await previewChange(lead, wish)
    expect(preview).toMatchObject({
      told: { byMail: 2 },
      letters: [
        { language: 'de', families: 1, subject: 'Neues zu: Krabbelgruppe' },
        { language: 'ar', families: 1 },
      ],
    })
    expect(await changeDates(lead, wish)).toMatchObject({ outcome: 'changed', byMail: 2 })
    const told = await newsOf('novak@example.org')
    expect(told).toHaveLength(1)
    expect(told[0]?.dates).toMatchObject([
      { was: '2026-12-01T08:30:00Z', startsAt: '2026-12-03T13:00:00Z', ends: '15:30:00' },
      { was: '2026-12-08T08:30:00Z', startsAt: '2026-12-10T13:00:00Z' },
    ])
    for (const date of told[0]?.dates ?? []) expect(date.manageAddress).toMatch(/^\/de\/my\//)
  })

  test('that typed the same address are told apart: dates of a safe one stand in no plain letter', async () => {
    const slug = await aGroup()
    const contact = { kind: 'email' as const, email: 'shared@example.org' }
    await joins(slug, '2026-12-01', aFamily('Novak', { bornIn: '2026-05-01', contact }))
    const safe = { ...contact, neutral: true }
    await joins(slug, '2026-12-08', aFamily('Weber', { bornIn: '2026-05-01', contact: safe }))
    const outcome = await changing(slug, '2026-12-01', 'following', { starts: '14:00', ends: '15:30' })
    expect(outcome).toMatchObject({ byMail: 2 })
    const told = await newsOf('shared@example.org')
    expect(told.map(({ called, dates }) => [called, dates?.length])).toEqual([
      ['Novak', 1],
      ['Weber', 1],
    ])
  })

  test('hear nothing of more places', async () => {
    const slug = await aGroup()
    await joins(slug, '2026-12-01')
    expect(await changing(slug, '2026-12-01', 'this', { places: 30 })).toMatchObject({ byMail: 0 })
  })
})

describe('new places', () => {
  test('of one date go to the family that has waited longest there, and to no other date', async () => {
    const slug = await aGroup()
    await changing(slug, '2026-12-01', 'all', { places: 1 })
    const waiting = []
    for (const on of ['2026-12-01', '2026-12-08']) {
      await joins(slug, on)
      for (const name of ['Novak', 'Weber']) waiting.push(await waits(slug, on, name))
    }
    expect(await change(slug, '2026-12-01', 'this', { places: 2 })).toBe('changed')
    expect(await statesOf(waiting)).toEqual(['offered', 'waiting', 'waiting', 'waiting'])
    await changed(slug, { places: { places: '3' } })
    expect(await statesOf(waiting)).toEqual(['offered', 'waiting', 'offered', 'offered'])
  })

  test('control: a change that brings no place offers none', async () => {
    const slug = await aGroup()
    await changing(slug, '2026-12-01', 'all', { places: 1 })
    await joins(slug, '2026-12-01')
    const waiting = [await waits(slug, '2026-12-01', 'Novak')]
    await change(slug, '2026-12-01', 'this', { starts: '10:00' })
    expect(await statesOf(waiting)).toEqual(['waiting'])
  })
})

test('who does not lead the centre changes nothing', async () => {
  const slug = await aGroup()
  const other = town.contextOf(leadOf(town.dotzheim))
  const wish = await wishFor(slug, '2026-12-01', 'this', { starts: '10:00' })
  await expect(changeDates(other, wish)).rejects.toThrow()
})

type Typed = {
  heldOn: string
  starts: string
  ends: string
  place: string
  leader: string
  places: number
  languages: string[]
  eases: Ease[]
}

/** Four Tuesdays at half past nine with eight places each, published. */
const aGroup = async (when: object = {}) => {
  const plan = aPlan({ when: { 'slots.0.lastOn': '2026-12-15', ...when }, places: registering })
  return (await planned(plan, { publish: true })).slug
}

const wishFor = async (slug: string, on: string, scope: Scope, typed: Partial<Typed>) => {
  const date = (await rows(slug)).find(({ heldOn }) => heldOn === on)
  if (!date) throw new Error(`No date on ${on}`)
  const offer = await stored(slug)
  const asIs = {
    ...{ heldOn: on, starts: date.at, ends: date.until },
    place: date.ownPlace ?? offer.place,
    leader: date.ownLeader ?? offer.leader,
    places: date.ownPlaces ?? offer.places,
    languages: date.ownLanguages ?? offer.languages,
    eases: (date.ownEases ?? offer.eases) as Ease[],
  }
  const { heldOn, starts, ends, ...others } = { ...asIs, ...typed }
  const edit: DateEdit = {
    heldOn: Temporal.PlainDate.from(heldOn),
    starts: Temporal.PlainTime.from(starts),
    ends: ends ? Temporal.PlainTime.from(ends) : null,
    ...others,
  }
  return { sessionId: date.id, scope, edit }
}

const changing = async (slug: string, on: string, scope: Scope, typed: Partial<Typed>) =>
  changeDates(lead, await wishFor(slug, on, scope, typed))

const change = async (...asked: Parameters<typeof changing>) => (await changing(...asked)).outcome

const asSystem = <Found>(work: Parameters<typeof inTransaction<Found>>[1]) =>
  inTransaction(town.contextOf({ kind: 'system' }), work)

const rows = async (slug: string) => {
  const { id } = await stored(slug)
  const found = await asSystem(tx =>
    tx
      .selectFrom('sessions as s')
      .leftJoin('intakes as i', 'i.sessionId', 's.id')
      .leftJoin('intakeLimits as l', 'l.intakeId', 'i.id')
      .selectAll('s')
      .select(['i.startsAt as opensFor', 'l.places as limit', 'l.taken as registrations'])
      .where('s.offerId', '=', id)
      .orderBy('s.startsAt')
      .execute(),
  )
  return found.map(({ heldOn, starts, ends, movedFrom, opensFor, ...row }) => ({
    ...row,
    ...{ heldOn: String(heldOn), at: String(starts).slice(0, 5), until: String(ends).slice(0, 5) },
    ...{ movedFrom: movedFrom?.toString(), opensFor: opensFor?.toString() },
  }))
}

const cancel = async (slug: string, on: string) => {
  const date = (await sessionsOf(slug)).find(({ heldOn }) => heldOn.toString() === on)
  const set = { state: 'cancelled', cancelReason: 'illness', cancelledAt: lead.now } as const
  await asSystem(tx =>
    tx
      .updateTable('sessions')
      .set(set)
      .where('id', '=', date?.id ?? '')
      .execute(),
  )
}

const joins = async (
  slug: string,
  on: string,
  family = aFamily('Yıldız', { bornIn: '2026-05-01' }),
  language: 'de' | 'ar' = 'de',
) => {
  const session = (await sessionsOf(slug)).find(({ heldOn }) => heldOn.toString() === on)
  const desk = { ...town.contextOf(deskOf(town.westend)), language }
  const outcome = await register(desk, { ...family, intakeId: session?.intakeId ?? '' })
  if (outcome.outcome !== 'confirmed') throw new Error(`Not registered: ${outcome.outcome}`)
}

const waits = async (slug: string, on: string, name: string) => {
  const session = (await sessionsOf(slug)).find(({ heldOn }) => heldOn.toString() === on)
  const family = aFamily(name, { bornIn: '2026-05-01' })
  const desk = town.contextOf(deskOf(town.westend))
  const outcome = await register(desk, { ...family, intakeId: session?.intakeId ?? '' })
  if (outcome.outcome !== 'waiting') throw new Error(`Does not wait: ${outcome.outcome}`)
  return outcome.registrationId
}

const statesOf = (ids: readonly string[]) =>
  asSystem(async tx => {
    const found = await tx
      .selectFrom('registrations')
      .select(['id', 'state'])
      .where('id', 'in', ids)
      .execute()
    return ids.map(id => found.find(row => row.id === id)?.state)
  })

const newsOf = async (address: string) => {
  const messages = await asSystem(tx =>
    tx
      .selectFrom('messages')
      .select('facts')
      .where('address', '=', address)
      .where('kind', '=', 'dates-changed')
      .orderBy('id')
      .execute(),
  )
  return messages.map(({ facts }) => facts as { called: string; dates: { manageAddress: string }[] })
}
