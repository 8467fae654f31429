import type { Context } from '../../identity/index.ts'
import { keepNeeds, keepPhotos, type RegisterOutcome, readConsents } from '../../registration/index.ts'

/** Every now and then a family with a place tells what its child needs, or lets it be pictured in the house. */
export const tellOfChildren = async (desk: Context, outcome: RegisterOutcome, number: number) => {
  if (outcome.outcome !== 'confirmed') return
  const { registrationId } = outcome
  if (number % 7 === 3) {
    const words = 'Hört auf dem linken Ohr schwer, sitzt gern vorn.'
    await keepNeeds(desk, registrationId, { words, withAssistant: number % 2 === 1, agrees: true })
  }
  if (number % 3 === 1) {
    const { people } = await readConsents(desk, registrationId)
    const children = people.flatMap(({ childId }) => (childId ? [childId] : []))
    const media = new Map(children.map(childId => [childId, ['house'] as const]))
    await keepPhotos(desk, registrationId, { media, agreeing: new Set(children), allHaveAgreed: true })
  }
}
