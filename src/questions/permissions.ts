import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

/** The public desk of the centre takes a question in; its team does so for whoever calls or comes by. */
export const mayAsk = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  (actor.kind === 'desk' && actor.centreId === centreId) || leadsCentre(actor, centreId)

/** Only the team of the centre reads and answers: nobody with support access, no course leader, no provider. */
export const mayAnswer = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  leadsCentre(actor, centreId)
