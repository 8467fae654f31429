import { describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt, registering } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { cancelSession } from '../dates/cancel-session.ts'
import { finishDraft } from '../drafts/finish-draft.ts'
import { beginChange, readDraft } from '../drafts/keep-draft.ts'
import { previewPlan } from '../drafts/preview-plan.ts'
import { publishOffer, takeOffOffer } from './publish-offer.ts'
import { deleteSeries, setState } from './store/planned-offers.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const otherLead = town.contextOf(leadOf(town.dotzheim))
const {
  aDraft,
  planned,
  joins,
  stored,
  planOf,
  countOffers,
  sessionsOf,
  datesOf,
  textsOf,
  published,
  traces,
} = planningAt(town, lead)
await inTransaction(town.contextOf({ kind: 'system' }), tx =>
  tx
    .insertInto('schoolHolidays')
    .values({
      cityId: town.city.id,
      firstOn: Temporal.PlainDate.from('2026-12-21'),
      lastOn: Temporal.PlainDate.from('2027-01-09'),
      kind: 'christmas',
      schoolYear: '2026/27',
    })
    .execute(),
)

describe('planning an offer', () => {
  test('shows its dates and what it leaves out, before anything is saved', async () => {
    const plan = aPlan({ when: { 'slots.0.skipsSchoolHolidays': 'yes', 'slots.0.exceptOn': ['2026-12-08'] } })
    const preview = await previewPlan(lead, await aDraft(plan))
    expect(preview?.sessions.map(session => session.heldOn.toString())).toEqual([
      ...['2026-11-24', '2026-12-01', '2026-12-15', '2027-01-12'],
    ])
    expect(preview?.skipped.map(({ date, reason, name }) => [date.toString(), reason, name])).toEqual([
      ['2026-12-08', 'exception', undefined],
      ['2026-12-22', 'school-holiday', 'christmas'],
      ['2026-12-29', 'school-holiday', 'christmas'],
      ['2027-01-05', 'school-holiday', 'christmas'],
    ])
    expect(await countOffers()).toBe(0)
  })

  test('makes a draft offer with texts, dates and places, which families do not see yet', async () => {
    const { slug } = await planned(aPlan({ places: registering }))
    expect(await stored(slug)).toMatchObject({ state: 'draft', registration: 'session', places: 8 })
    expect(await datesOf(slug)).toHaveLength(8)
    expect(await published(slug)).toBe(0)
    await publishOffer(lead, slug)
    expect(await published(slug)).toBe(1)
  })

  test('two offers of the same name get two addresses', async () => {
    const [one, other] = [await planned(aPlan()), await planned(aPlan())]
    expect(one.slug).not.toBe(other.slug)
  })

  test('ends the draft and leaves a trace of who did it', async () => {
    const draftId = await aDraft(aPlan())
    const outcome = await finishDraft(lead, { draftId, publish: true })
    expect(outcome).toMatchObject({ outcome: 'planned', added: 8 })
    await expect(readDraft(lead, draftId)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await traces('slug' in outcome ? outcome.slug : '')).toEqual([
      'offer.planned',
      'offer.published state',
    ])
  })
})

describe('taking an offer out of the programme', () => {
  test('waits until no family counts on it', async () => {
    const { slug } = await planned(aPlan({ places: registering }), { publish: true })
    await joins(slug, '2026-12-01')
    expect(await takeOffOffer(lead, slug)).toEqual({ outcome: 'awaited', registrations: 1 })
    expect(await published(slug)).toBe(1)
  })

  test('archives it, and it can come back', async () => {
    const { slug } = await planned(aPlan(), { publish: true })
    expect(await takeOffOffer(lead, slug)).toEqual({ outcome: 'taken-off' })
    expect(await published(slug)).toBe(0)
    await publishOffer(lead, slug)
    expect(await published(slug)).toBe(1)
  })
})

describe('the lead of another centre', () => {
  test('may do none of it', async () => {
    const { slug } = await planned(aPlan(), { publish: true })
    const refused = { name: 'NotFound' }
    await expect(beginChange(otherLead, slug)).rejects.toMatchObject(refused)
    await expect(publishOffer(otherLead, slug)).rejects.toMatchObject(refused)
    await expect(takeOffOffer(otherLead, slug)).rejects.toMatchObject(refused)
    const [session] = await sessionsOf(slug)
    const cancelling = { sessionId: session?.id ?? '', reason: 'illness', note: '' } as const
    await expect(cancelSession(otherLead, cancelling)).rejects.toMatchObject(refused)
  })

  test('changes no row past the use cases either, while the own lead does', async () => {
    const { slug } = await planned(aPlan(), { publish: true })
    const { id: offerId } = await stored(slug)
    const [series] = (await planOf(slug)).slots
    const write = (context: typeof lead) =>
      inTransaction(context, async tx => {
        await setState(tx, { cityId: town.city.id, offerId }, 'archived', townNow)
        await tx.updateTable('offerTexts').set({ title: 'Anders' }).where('offerId', '=', offerId).execute()
        await tx.deleteFrom('sessions').where('offerId', '=', offerId).execute()
        await deleteSeries(tx, town.city.id, [series?.id ?? ''])
      })
    const all = async () => [
      (await stored(slug)).state,
      (await textsOf(slug))[0]?.title,
      (await datesOf(slug)).length,
      (await planOf(slug)).slots.length,
    ]
    await write(otherLead)
    expect(await all()).toEqual(['published', 'Krabbelgruppe', 8, 1])
    await write(lead)
    expect(await all()).toEqual(['archived', 'Anders', 0, 0])
  })
})
