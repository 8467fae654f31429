import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { PartnerFacts } from './partner.ts'
import { mayKeepNetwork } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as store from './store/partners.ts'

export type ChangeOutcome = { outcome: 'changed' } | Refused

/** Changes what is said of a partner, and whether families read it. */
export const changePartner = (context: Context, id: string, facts: PartnerFacts) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<ChangeOutcome> => {
      const cityId = context.city.id
      const { providerId, centreId } = orNotFound(await store.lockPartner(tx, cityId, id))
      requireThat(mayKeepNetwork(context.actor, { centreId }))
      await store.changePartner(tx, { cityId, providerId, centreId, id }, facts)
      const fields = Object.keys(facts)
      await record(tx, context, { action: 'partner.changed', providerId, subjectId: id, fields })
      return { outcome: 'changed' }
    }),
  )
