import { type Actor, leadsCentre } from '../identity/index.ts'

/** Says from which calendars a centre takes dates, and looks through them: its lead. */
export const mayKeepSources = (actor: Actor, { centreId }: { centreId: string }) =>
  leadsCentre(actor, centreId)
