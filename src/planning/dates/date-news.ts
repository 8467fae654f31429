import type { DateNews } from '../../registration/index.ts'
import type { Edited, EditedDate } from './date-edit.ts'
import type { OfferToChange } from './store/changing.ts'

/** What families have to hear of a change: other times, another place, somebody else who leads. Not of more places. */
export const newsOf = ({ edited, offer: change }: Edited, offer: OfferToChange): DateNews[] =>
  edited.flatMap(each => newsOfDate(each, offer, { ...offer, ...change }))

type SaidByOffer = Pick<OfferToChange, 'place' | 'leader'>

const newsOfDate = (
  { date, after }: EditedDate,
  offerBefore: SaidByOffer,
  offerAfter: SaidByOffer,
): DateNews[] => {
  const place = after.ownPlace ?? offerAfter.place
  const leader = after.ownLeader ?? offerAfter.leader
  const isMoved = !date.startsAt.equals(after.startsAt)
  const hasOtherEnd = String(date.ends) !== String(after.ends)
  const hasNewPlace = place !== (date.ownPlace ?? offerBefore.place)
  const hasNewLeader = leader !== (date.ownLeader ?? offerBefore.leader)
  if (!date.intakeId || !(isMoved || hasOtherEnd || hasNewPlace || hasNewLeader)) return []
  return [
    {
      ...{ intakeId: date.intakeId, startsAt: after.startsAt, ends: after.ends, place, hasNewPlace },
      hasOwnPlace: after.ownPlace !== null,
      ...(isMoved && { was: date.startsAt }),
      ...(hasNewLeader && leader !== '' && { leader }),
    },
  ]
}
