import { type Context, listCourseLeaders, todayIn } from '../../identity/index.ts'
import { countAwaiting } from '../offers/store/awaited.ts'
import { lockOfferById } from '../offers/store/planned-offers.ts'
import { atDraft } from './keep-draft.ts'

/** A draft with what its steps need to know: who may lead, and whether families count on the offer already. */
export const readPlanning = (context: Context, draftId: string) =>
  atDraft(context, draftId, async (tx, draft) => {
    const { city, now } = context
    const offer = draft.offerId ? await lockOfferById(tx, city.id, draft.offerId) : undefined
    const whose = { cityId: city.id, centreId: draft.centreId }
    return {
      draft,
      courseLeaders: await listCourseLeaders(tx, whose, todayIn(context)),
      isPublished: offer?.state === 'published',
      isAwaited: offer !== undefined && (await countAwaiting(tx, city.id, offer.id, now)) > 0,
    }
  })
