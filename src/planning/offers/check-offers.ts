import { type Context, centresLedBy, todayIn } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChangeOffer } from '../permissions.ts'
import { askedAboutSince, hiddenSince } from './freshness.ts'
import * as store from './store/freshness.ts'
import { lockOffer } from './store/planned-offers.ts'

/** Offers of one's centres that somebody should look at, and those that are hidden because nobody did. */
export const readUnchecked = (context: Context) =>
  inTransaction(context, tx =>
    store.listUnchecked(tx, context, {
      centreIds: centresLedBy(context.actor).map(({ centreId }) => centreId),
      since: askedAboutSince(todayIn(context)),
    }),
  )

/** Says of an offer that it is still right; one that was hidden is shown to families again. */
export const sayStillRight = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const { city } = context
    const offer = orNotFound(await lockOffer(tx, city.id, slug))
    requireThat(mayChangeOffer(context.actor, offer))
    if (offer.state !== 'published' && offer.state !== 'stale') return
    await store.confirmOffer(tx, { cityId: city.id, offerId: offer.id }, todayIn(context))
    const { providerId, id: subjectId } = offer
    await record(tx, context, { action: 'offer.checked', providerId, subjectId, fields: ['checkedOn'] })
  })

/** Hides what nobody looked at for too long: a wrong date sends a family to a closed door. */
export const hideStaleOffers = (context: Context) =>
  inTransaction(context, async tx => {
    const since = hiddenSince(todayIn(context))
    const hidden = await store.hideUnchecked(tx, context.city.id, { since, now: context.now })
    for (const { id: subjectId, providerId } of hidden)
      await record(tx, context, { action: 'offer.hidden', providerId, subjectId, fields: ['state'] })
  })
