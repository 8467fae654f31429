import { findCentre } from '../centres/index.ts'
import type { Context } from '../identity/index.ts'
import { paths } from './paths.ts'
import { lastFreeTime } from './read-consultations.ts'

/** Where one books without a name at a centre, and until when that stands; undefined while nothing is free. */
export const wayToConsultations = async (context: Context, centreSlug: string) => {
  const centre = await findCentre(context, centreSlug)
  const until = centre && (await lastFreeTime(context, centre.id))
  return until && { href: paths.times(context.language, centreSlug), until }
}
