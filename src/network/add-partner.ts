import { randomUUIDv7 } from 'node:crypto'
import type { CentreRef, Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import type { PartnerFacts } from './partner.ts'
import { mayKeepNetwork } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as store from './store/partners.ts'

export type AddOutcome = { outcome: 'added'; id: string } | Refused

/** Enters a partner of the centre; of its own name there is one. */
export const addPartner = (
  context: Context,
  { providerId, centreId }: CentreRef,
  { isExample = false, ...facts }: PartnerFacts & { isExample?: boolean },
) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<AddOutcome> => {
      requireThat(mayKeepNetwork(context.actor, { centreId }))
      const id = randomUUIDv7()
      const cityId = context.city.id
      await store.addPartner(tx, { cityId, providerId, centreId, id, isExample }, facts)
      await record(tx, context, { action: 'partner.added', providerId, subjectId: id })
      return { outcome: 'added', id }
    }),
  )
