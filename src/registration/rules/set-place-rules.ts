import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { managedOffer } from '../managed-offer.ts'
import { offerNewPlaces } from '../offer-new-places.ts'
import type { ChosenRules } from '../store/offers.ts'
import { writeRules } from '../store/place-rules.ts'

/** An offer for which families register, with the rules by which its places are given away. */
export const readPlaceRules = (context: Context, slug: string) =>
  inTransaction(context, tx => managedOffer(tx, context, slug))

/** Sets them. What stood free only because of the rules before is offered to those who wait. */
export const setPlaceRules = (context: Context, slug: string, rules: ChosenRules) =>
  inTransaction(context, async tx => {
    const offer = await managedOffer(tx, context, slug)
    await writeRules(tx, context.city.id, offer.id, rules)
    await offerNewPlaces(tx, context, offer.id)
    const fields = (Object.keys(rules) as (keyof ChosenRules)[]).filter(
      field => rules[field] !== offer[field],
    )
    await record(tx, context, {
      ...{ action: 'offer.rules-set', providerId: offer.providerId, subjectId: offer.id, fields },
    })
  })
