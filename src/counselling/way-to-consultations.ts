import { findCentre, listCentres } from '../centres/index.ts'
import type { Context } from '../identity/index.ts'
import { paths } from './paths.ts'
import { centresWithFreeTimes, lastFreeTime } from './read-consultations.ts'

/** Where one books without a name at a centre, and until when that stands; undefined while nothing is free. */
export const wayToConsultations = async (context: Context, centreSlug: string) => {
  const centre = await findCentre(context, centreSlug)
  const until = centre && (await lastFreeTime(context, centre.id))
  return until && { href: paths.times(context.language, centreSlug), until }
}

/** The centres where a time is free in the next two weeks, in the order in which centres are listed. */
export const waysToConsultations = async (context: Context) => {
  const [centres, free] = await Promise.all([listCentres(context), centresWithFreeTimes(context)])
  return centres
    .filter(({ id }) => free.includes(id))
    .map(({ name, slug }) => ({ centre: name, href: paths.times(context.language, slug) }))
}
