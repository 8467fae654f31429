import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { lacksOf } from './care.ts'
import { mayDecideCare } from './permissions.ts'
import * as store from './store.ts'

/** What was decided about an offer, whose certificate was seen, and what is still lacking. */
export const readCare = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await store.findOffer(tx, context, slug))
    requireThat(mayDecideCare(context.actor, offer))
    const decision = await store.findDecision(tx, context.city.id, offer.id)
    const certificates = await store.listCertificates(tx, context.city.id, offer.id)
    const lacks = lacksOf(offer, decision, certificates, todayIn(context))
    return { offer, decision, certificates, lacks }
  })

/** How many of the offers that families see lack carers, or a look at their certificates. */
export const countUncared = (context: Context): Promise<{ count: number; slug: string | undefined }> =>
  inTransaction(context, async tx => {
    const lacking = []
    for (const offer of await store.listShown(tx, context.city.id)) {
      if (!mayDecideCare(context.actor, offer)) continue
      const decision = await store.findDecision(tx, context.city.id, offer.id)
      const certificates = await store.listCertificates(tx, context.city.id, offer.id)
      if (lacksOf(offer, decision, certificates, todayIn(context)).length > 0) lacking.push(offer.slug)
    }
    return { count: lacking.length, slug: lacking[0] }
  })
