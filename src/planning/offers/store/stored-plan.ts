import type { Tx } from '../../../platform/database/connect.ts'
import { languages } from '../../../platform/wording/wording.ts'
import type { OfferPlan } from '../../plan/offer-plan.ts'
import { findSeriesOf } from '../../series/store/offers-to-fill.ts'

/** All that was said about an offer when it was planned, as it stands now. */
export const findPlan = async (tx: Tx, cityId: string, offerId: string): Promise<OfferPlan> => {
  const offer = await tx
    .selectFrom('offers')
    .select([
      'kind',
      'format',
      'way',
      'topics',
      'languages',
      'audience',
      'ageFrom',
      'ageUntil',
      'isFromPregnancy',
      'isWithoutParents',
      'eases',
    ])
    .select(['priceCents', 'pricePer', 'isStepFree', 'place', 'leader', 'registration', 'counts', 'places'])
    .select(['babyPlaces', 'opensDaysBefore', 'closesHoursBefore', 'closesOn'])
    .where('cityId', '=', cityId)
    .where('id', '=', offerId)
    .executeTakeFirstOrThrow()
  const written = await tx
    .selectFrom('offerTexts')
    .select(['language', 'title', 'summary', 'body'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .execute()
  const leaders = await tx
    .selectFrom('offerLeaders')
    .select('accountId')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .orderBy('accountId')
    .execute()
  const textIn = (wanted: string) => {
    const { language: _, ...text } = written.find(({ language }) => language === wanted) ?? nothing
    return text
  }
  const slots = await findSeriesOf(tx, cityId, [offerId])
  // Which values the columns have, and which of them go together, constraints of the tables say.
  return {
    ...offer,
    texts: Object.fromEntries(languages.map(language => [language, textIn(language)])),
    slots: slots.map(({ offerId: _, ...slot }) => slot),
    leaders: leaders.map(({ accountId }) => accountId),
  } as OfferPlan
}

const nothing = { language: '', title: '', summary: '', body: '' }
