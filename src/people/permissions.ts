import { type Actor, answersFor, type CentreRef, hasRole, leadsCentre } from '../identity/index.ts'

/** Who holds a post is the provider's to know: its manager, and the lead for the post of her own centre. */
export const mayManagePost = (actor: Actor, { providerId, centreId }: CentreRef) =>
  answersFor(actor, providerId) || leadsCentre(actor, centreId)

/** What the city may know of posts: how much is funded, and how many months were vacant. */
export const mayReadReleasedPosts = (actor: Actor) => hasRole(actor, 'city-office')
