import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Agreement } from './partner.ts'
import { mayKeepNetwork } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as store from './store/agreements.ts'
import { lockPartner } from './store/partners.ts'

export type SignOutcome = { outcome: 'signed' } | Refused

/** Enters what was signed with a partner. Two agreements never hold on the same day. */
export const signAgreement = (context: Context, partnerId: string, signing: Omit<Agreement, 'id'>) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<SignOutcome> => {
      const cityId = context.city.id
      const { providerId, centreId } = orNotFound(await lockPartner(tx, cityId, partnerId))
      requireThat(mayKeepNetwork(context.actor, { centreId }))
      const id = randomUUIDv7()
      await store.addAgreement(tx, { ...signing, cityId, providerId, centreId, partnerId, id })
      await record(tx, context, { action: 'agreement.signed', providerId, subjectId: id })
      return { outcome: 'signed' }
    }),
  )

/** Takes back an agreement that was entered by mistake. */
export const withdrawAgreement = (context: Context, partnerId: string, id: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const { providerId, centreId } = orNotFound(await lockPartner(tx, cityId, partnerId))
    requireThat(mayKeepNetwork(context.actor, { centreId }))
    if (!(await store.deleteAgreement(tx, cityId, partnerId, id))) return
    await record(tx, context, { action: 'agreement.withdrawn', providerId, subjectId: id })
  })
