import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Figure } from './money.ts'
import { mayCorrectMoney } from './permissions.ts'
import * as store from './store/corrections.ts'

type Correcting = Figure & { centreId: string; year: number; cents: number }
export type AmountOutcome = { outcome: 'corrected' } | { outcome: 'closed' }

/** An amount as the city office finds it before it corrects it. */
export const findAmount = (context: Context, centreId: string, year: number) =>
  inTransaction(context, async tx => {
    requireThat(mayCorrectMoney(context.actor))
    return orNotFound(await store.lockAmount(tx, context.city.id, centreId, year))
  })

/** Corrects what a centre gets in a year, in cents; a closed year stays as it is. */
export const correctAmount = (context: Context, { centreId, year, ...amount }: Correcting) =>
  inTransaction(context, async (tx): Promise<AmountOutcome> => {
    requireThat(mayCorrectMoney(context.actor))
    const cityId = context.city.id
    const before = orNotFound(await store.lockAmount(tx, cityId, centreId, year))
    if (before.closedOn) return { outcome: 'closed' }

    await store.writeAmount(tx, { cityId, centreId, year }, amount)
    const fields = (['cents', 'source', 'isExample'] as const).filter(
      field => before[field] !== amount[field],
    )
    await record(tx, context, { action: 'amount.corrected', providerId: null, subjectId: centreId, fields })
    return { outcome: 'corrected' }
  })
