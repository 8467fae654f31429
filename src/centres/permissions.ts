import { type Actor, leadsCentre } from '../identity/index.ts'

/** Decides what her centre uses. A policy of the table says the same. */
export const mayChooseParts = (actor: Actor, { centreId }: { centreId: string }) =>
  leadsCentre(actor, centreId)
