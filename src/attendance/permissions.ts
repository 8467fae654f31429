import { type Actor, leadsCentre, leadsOffer } from '../identity/index.ts'
import type { CountingRole } from './head-count.ts'

type Where = { centreId: string; offerId: string }

/** Count, correct and take back: the lead of the centre, or the leader of this very offer. */
export const mayCount = (actor: Actor, where: Where) => countingRole(actor, where) !== null

/** In which of the two roles somebody counts; the history shows it instead of her name. */
export const countingRole = (actor: Actor, { centreId, offerId }: Where): CountingRole | null => {
  if (leadsCentre(actor, centreId)) return 'centre-lead'
  return leadsOffer(actor, offerId) ? 'course-leader' : null
}
