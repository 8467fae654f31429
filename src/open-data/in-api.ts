import type { InferOutput } from 'valibot'
import type { Context } from '../identity/index.ts'
import { type Entry, joiningOf, paths as programmePaths } from '../programme/index.ts'
import type * as shapes from './shapes.ts'
import type { PublishedCentre } from './store/centres.ts'
import type { OfferWords } from './store/offer-words.ts'

type Reading = Pick<Context, 'city' | 'now' | 'language'>
type Asked = { context: Reading; origin: string }

export const centreInApi = (
  centre: PublishedCentre,
  { context, origin }: Asked,
): InferOutput<typeof shapes.Centre> => ({
  ...{ id: centre.id, slug: centre.slug, url: `${origin}/${context.language}/centres/${centre.slug}` },
  ...{ name: centre.name, provider: centre.provider },
  district: { code: centre.districtCode, name: centre.districtName },
  address: {
    ...{ street: centre.street, postalCode: centre.postalCode, town: centre.town },
    country: context.city.country,
  },
  ...{ latitude: centre.latitude, longitude: centre.longitude, phone: centre.phone, email: centre.email },
  ...{ isStepFree: centre.isStepFree, isExample: centre.isExample },
  openingHours: centre.hours.map(({ weekday, opens, closes, notes }) => ({
    ...{ weekday, opens: opens.slice(0, 5), closes: closes.slice(0, 5) },
    note: notes[context.language] ?? notes.de ?? '',
  })),
  ...{ language: centre.language, about: centre.about, directions: centre.directions },
})

export const offerInApi = (
  entry: Entry,
  words: OfferWords,
  asked: Asked,
): InferOutput<typeof shapes.Offer> => ({
  ...{ id: entry.offerId, slug: entry.slug },
  url: asked.origin + programmePaths.offer(asked.context.language, entry.slug),
  ...{ language: entry.title.language, translation: words.textState },
  ...{ title: entry.title.text, summary: entry.summary, description: words.body },
  ...{ kind: entry.kind, format: entry.format, way: entry.way, topics: entry.topics },
  ...{ languages: entry.languages, audience: entry.audience, isFromPregnancy: entry.isFromPregnancy },
  ages: { fromMonths: entry.ages.from, untilMonths: entry.ages.until },
  price: { cents: entry.priceCents, currency: 'EUR', per: entry.pricePer },
  ...{
    easyToCome: entry.eases,
    isStepFree: entry.isStepFree,
    place: entry.place,
    registration: entry.registration,
  },
  ...{ centre: centreOf(entry), provider: words.provider },
  next: entry.session && {
    sessionId: entry.session.id,
    startsAt: localMoment(entry.session.startsAt, asked.context),
  },
  availability: availabilityOf(entry, asked),
  updatedAt: words.updatedAt.toString({ smallestUnit: 'second' }),
})

/** Undefined for an offer without a date. */
export const sessionInApi = (entry: Entry, asked: Asked): InferOutput<typeof shapes.Session> | undefined => {
  const { session } = entry
  if (!session) return undefined
  const { context, origin } = asked
  return {
    ...{ id: session.id, url: origin + programmePaths.session(context.language, session.id) },
    offer: {
      ...{ id: entry.offerId, slug: entry.slug },
      ...{ title: entry.title.text, language: entry.title.language },
    },
    centre: centreOf(entry),
    ...{ date: session.heldOn.toString(), starts: clockTime(session.starts) },
    ends: session.ends && clockTime(session.ends),
    startsAt: localMoment(session.startsAt, context),
    endsAt: session.endsAt && localMoment(session.endsAt, context),
    ...{ timeZone: context.city.timeZone, place: entry.place, way: entry.way },
    ...{ languages: entry.languages, isStepFree: entry.isStepFree, easyToCome: entry.eases },
    movedFrom: session.movedFrom && localMoment(session.movedFrom, context),
    changedAt: session.changedAt && localMoment(session.changedAt, context),
    sequence: session.sequence,
    ...whetherHeld(entry),
    availability: availabilityOf(entry, asked),
  }
}

export const availabilityInApi = (
  entry: Entry,
  asked: Asked,
): InferOutput<typeof shapes.SessionAvailability> | undefined =>
  entry.session
    ? {
        ...{ sessionId: entry.session.id, offerId: entry.offerId },
        startsAt: localMoment(entry.session.startsAt, asked.context),
        status: entry.session.cancelled ? 'cancelled' : 'planned',
        availability: availabilityOf(entry, asked),
      }
    : undefined

/** What the page says, in codes; null for a date that is over or cancelled, where it says nothing either. */
const availabilityOf = (
  { registration, intake, session }: Entry,
  { context: { now, city, language }, origin }: Asked,
): InferOutput<typeof shapes.Availability> | null => {
  if (session?.cancelled || (session && isOver(session, now))) return null
  if (!session && registration === 'session') return null
  const joining = joiningOf(registration, intake, now)
  const mayRegister = ['open', 'few', 'waiting'].includes(joining.joining)
  const knowsBabies = joining.joining === 'open' || joining.joining === 'few'
  const babies = intake?.freeBabyPlaces ?? null
  return {
    state: joining.joining,
    places: joining.joining === 'few' ? joining.places : null,
    hasBabyPlaces: knowsBabies && babies !== null ? babies > 0 : null,
    opensAt: joining.joining === 'not-yet' ? localMoment(joining.opensAt, { city }) : null,
    registerUrl: mayRegister && intake ? origin + programmePaths.join(language, intake.id) : null,
  }
}

const whetherHeld = ({ session }: Entry) => {
  const cancelled = session?.cancelled
  return cancelled
    ? {
        status: 'cancelled' as const,
        cancellation: {
          ...{ reason: cancelled.reason, note: cancelled.note, nextSessionId: cancelled.nextId },
        },
      }
    : { status: 'planned' as const, cancellation: null }
}

const isOver = ({ startsAt, endsAt }: NonNullable<Entry['session']>, now: Temporal.Instant) =>
  Temporal.Instant.compare(endsAt ?? startsAt.add({ hours: 2 }), now) <= 0

const centreOf = ({ centre: { id, slug, name } }: Entry) => ({ id, slug, name })

const localMoment = (moment: Temporal.Instant, { city }: Pick<Reading, 'city'>) =>
  moment.toString({ timeZone: city.timeZone, smallestUnit: 'second' })

const clockTime = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
