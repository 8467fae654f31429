import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

type At = Pick<CentreRef, 'centreId'>

/** The public desk of the centre takes a note in; its team writes one for a family. */
export const maySendNote = (actor: Actor, { centreId }: At) =>
  (actor.kind === 'desk' && actor.centreId === centreId) || leadsCentre(actor, centreId)

/** Only the team of the centre reads contacts, approves, passes on and takes down. */
export const mayKeepPinboard = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)
