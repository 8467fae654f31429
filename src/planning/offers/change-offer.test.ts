import { describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { finishDraft } from '../drafts/finish-draft.ts'
import { beginChange, readDraft } from '../drafts/keep-draft.ts'
import { answersOf } from '../plan/offer-plan.ts'
import { heldFields } from './change-offer.ts'
import { setState } from './store/planned-offers.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned, changed, joins, stored, planOf, datesOf, textsOf, traces } = planningAt(town, lead)

describe('changing an offer', () => {
  test('opens a draft that says what the offer says, and goes on with one begun before', async () => {
    const { slug } = await planned(aPlan({ places: registering }))
    const id = await beginChange(lead, slug)
    const { answers } = await readDraft(lead, id)
    expect(answers).toMatchObject(answersOf(await planOf(slug)))
    expect(await beginChange(lead, slug)).toBe(id)
  })

  test('moves the dates nobody waits for, keeps those with registrations, and names them', async () => {
    const { slug } = await planned(aPlan({ places: registering }), { publish: true })
    await joins(slug, '2026-12-01')
    const outcome = await changed(slug, { when: { 'slots.0.weekday': '4', 'slots.0.lastOn': '2026-12-10' } })
    expect(outcome).toMatchObject({
      outcome: 'changed',
      staying: [Temporal.Instant.from('2026-12-01T08:30:00Z')],
    })
    expect(await datesOf(slug)).toEqual(['2026-11-26', '2026-12-01', '2026-12-03', '2026-12-10'])
    expect(await traces(slug)).toContain('offer.changed slots')
  })

  test('a slot that is taken away takes its dates along, unless families wait for them', async () => {
    const second = {
      'slots.1.rhythm': 'weekly',
      'slots.1.weekday': '5',
      'slots.1.starts': '15:00',
      'slots.1.firstOn': '2026-11-27',
      'slots.1.lastOn': '2026-12-11',
    }
    const { slug } = await planned(
      aPlan({ when: { ...second, 'slots.0.lastOn': '2026-12-01' }, places: registering }),
      { publish: true },
    )
    await joins(slug, '2026-12-04')
    const outcome = await changed(slug, {}, ['slots.1.'])
    expect(outcome).toMatchObject({ staying: [Temporal.Instant.from('2026-12-04T14:00:00Z')] })
    expect(await datesOf(slug)).toEqual(['2026-11-24', '2026-12-01', '2026-12-04'])
  })

  test('places are not counted differently while families hold some', async () => {
    const { slug } = await planned(aPlan({ places: registering }), { publish: true })
    await joins(slug, '2026-12-01')
    const outcome = await changed(slug, { places: { counts: 'person', babyPlaces: '3' } })
    expect(outcome).toEqual({ outcome: 'held-by-registrations', fields: ['counts', 'babyPlaces'] })
    expect(await stored(slug)).toMatchObject({ counts: 'child', babyPlaces: null })
  })

  test('a change of somebody else in between is not overwritten', async () => {
    const { slug } = await planned(aPlan())
    const draftId = await beginChange(lead, slug)
    await inTransaction(town.contextOf({ kind: 'system' }), async tx =>
      setState(
        tx,
        { cityId: town.city.id, offerId: (await stored(slug)).id },
        'archived',
        townNow.add({ hours: 1 }),
      ),
    )
    expect(await finishDraft(lead, { draftId, publish: false })).toEqual({
      outcome: 'changed-meanwhile',
      slug,
    })
  })

  test('a translation is out of date when the German text changes without it', async () => {
    const { slug } = await planned(aPlan({ what: { 'texts.en.title': 'Crawlers' } }))
    await changed(slug, { what: { 'texts.de.title': 'Krabbelgruppe für alle' } })
    expect(await textsOf(slug)).toEqual([
      { language: 'de', title: 'Krabbelgruppe für alle', state: 'original', sourceVersion: 2 },
      { language: 'en', title: 'Crawlers', state: 'translated', sourceVersion: 1 },
    ])
  })
})

test.each([
  [{}, []],
  [{ counts: 'person' }, ['counts']],
  [{ registration: 'course' }, ['registration']],
  [{ babyPlaces: 4 }, ['babyPlaces']],
] as const)('changing %j concerns %j', (change, held) => {
  const before = { registration: 'session', counts: 'child', babyPlaces: null } as const
  expect(heldFields(before, { ...before, ...change })).toEqual(held)
})
