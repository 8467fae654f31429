import { type CentreRef, type Context, centresLedBy } from '../identity/index.ts'
import { NotAllowed } from '../platform/refusals.ts'
import type { Centre } from './centre.ts'
import { listCentres } from './store/centres.ts'

/** A centre whose team somebody leads. */
export type LedCentre = Centre & CentreRef

/** The centres whose teams somebody leads, by name. */
export const ledCentres = async (context: Context): Promise<LedCentre[]> => {
  const own = new Map(centresLedBy(context.actor).map(({ centreId, providerId }) => [centreId, providerId]))
  return (await listCentres(context)).flatMap(centre => {
    const providerId = own.get(centre.id)
    return providerId ? [{ ...centre, centreId: centre.id, providerId }] : []
  })
}

/** The centre that was asked for, if it is the person's own; without a wish her first. */
export const ledCentre = async (context: Context, slug: string | undefined) => {
  const centres = await ledCentres(context)
  const centre = slug ? centres.find(centre => centre.slug === slug) : centres[0]
  if (!centre) throw new NotAllowed()
  return { centre, centres }
}
