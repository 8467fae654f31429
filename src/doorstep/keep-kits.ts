import { randomUUIDv7 } from 'node:crypto'
import type { CentreRef, Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { agesOfYears, type KitTexts } from './kit.ts'
import { mayKeepDoorstep } from './permissions.ts'
import * as store from './store/kits.ts'

/** What is typed about a kit; ages in years. */
export type KitFacts = { first: number | null; last: number | null; isOffered: boolean; texts: KitTexts }

/** A new kit of a centre; nothing of it is packed yet. */
export const addKit = (
  context: Context,
  { centreId, providerId }: CentreRef,
  { first, last, ...facts }: KitFacts,
  { isExample = false } = {},
) =>
  inTransaction(context, async tx => {
    requireThat(mayKeepDoorstep(context.actor, { centreId }))
    const whose = { cityId: context.city.id, centreId, providerId, id: randomUUIDv7() }
    await store.addKit(tx, whose, { ...facts, ages: agesOfYears({ first, last }) }, isExample)
    await record(tx, context, { action: 'kit.added', providerId, subjectId: whose.id })
    return { id: whose.id }
  })

/** Changes what is said of a kit, or takes it off the page of the centre. What is promised stays promised. */
export const changeKit = (context: Context, id: string, { first, last, ...facts }: KitFacts) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const { centreId, providerId } = orNotFound(await store.findKit(tx, cityId, id))
    requireThat(mayKeepDoorstep(context.actor, { centreId }))
    const whose = { cityId, centreId, providerId, id }
    await store.changeKit(tx, whose, { ...facts, ages: agesOfYears({ first, last }) })
    await record(tx, context, { action: 'kit.changed', providerId, subjectId: id })
  })

export type RestockOutcome = { outcome: 'restocked' | 'too-few' }

/** Some were packed, or fewer lie in the cupboard than was thought. Those that are promised cannot be taken out. */
export const restockKit = async (context: Context, id: string, more: number): Promise<RestockOutcome> => {
  try {
    await inTransaction(context, async tx => {
      const { centreId, providerId } = orNotFound(await store.findKit(tx, context.city.id, id))
      requireThat(mayKeepDoorstep(context.actor, { centreId }))
      await store.addToStock(tx, context.city.id, id, more)
      await record(tx, context, { action: 'kit.restocked', providerId, subjectId: id, fields: ['stock'] })
    })
    return { outcome: 'restocked' }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23514') return { outcome: 'too-few' }
    throw error
  }
}
