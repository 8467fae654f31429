import { type Context, todayIn } from '../identity/index.ts'
import { findJointActivity } from '../joint-activities/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { type Entry, findDatesOf, findOffer, findSeriesOf } from '../programme/index.ts'
import type { Told } from './offer-words.ts'

/** An offer as families find it today, with its next dates. */
export const readTold = async (context: Context, slug: string): Promise<Told> => {
  const today = todayIn(context)
  const [found, series, dates] = await Promise.all([
    findOffer(context, slug),
    findSeriesOf(context, slug, today),
    findDatesOf(context, { slug, from: today, limit: nextDates }),
  ])
  const { offer, contact } = orNotFound(found)
  const meetingPoint = await meetingPointOf(context, offer)
  return { offer, town: contact.town, meetingPoint, series, dates }
}

/** Where families meet for what they do together; undefined where they come to the centre. */
export const meetingPointOf = async (
  context: Context,
  { kind, offerId }: Pick<Entry, 'kind' | 'offerId'>,
) => {
  const joint = kind === 'activity' ? await findJointActivity(context, offerId) : undefined
  return joint?.meetingPoint
    ? { text: joint.meetingPoint.words, language: joint.meetingPoint.language }
    : undefined
}

const nextDates = 8
