import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

type At = Pick<CentreRef, 'centreId'>

/** The public desk of the centre takes it in. */
export const maySendCorrection = (actor: Actor, { centreId }: At) =>
  actor.kind === 'desk' && actor.centreId === centreId

/** Whoever can mend the page reads what is wrong with it. */
export const maySettleCorrections = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)
