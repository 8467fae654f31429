import { ledCentre } from '../../centres/index.ts'
import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { requireThat } from '../../platform/refusals.ts'
import { publishOffer } from '../offers/publish-offer.ts'
import { listOffersOf } from '../offers/store/staff-offers.ts'
import { mayPlan } from '../permissions.ts'

/** The drafts of a centre, and what became of the offers that were to be published last. */
export const readUnpublished = async (
  context: Context,
  centreSlug: string | undefined,
  pressed: readonly string[],
) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  const offers = await inTransaction(context, tx => {
    requireThat(mayPlan(context.actor, { centreId: centre.id }))
    return listOffersOf(tx, context, centre.id)
  })
  return {
    ...{ centre, centres },
    drafts: offers.filter(({ state }) => state === 'draft'),
    pressed: offers.filter(({ slug }) => pressed.includes(slug)),
  }
}

/** Publishes offers one by one, so that the trouble of one does not keep the others from families. */
export const publishSeveral = async (context: Context, slugs: readonly string[]) => {
  for (const slug of slugs) await publishOffer(context, slug)
}
