import type { CentreRef } from '../identity/index.ts'
import { type QuestionTopic, spoken } from '../questions/index.ts'

export const ways = ['on-site', 'phone', 'online'] as const
/** Where a consultation takes place: at the centre, by telephone, over a link. */
export type Way = (typeof ways)[number]

/** In which a counsellor can listen. */
export const spokenHere = spoken.filter(language => language !== 'und')
export type SpokenHere = (typeof spokenHere)[number]

/** One afternoon of a counsellor: who listens, about what, in which languages, from when until when. */
export type ConsultationHour = CentreRef & {
  id: string
  /** What families read, such as "Familienberatung"; not necessarily somebody's name. */
  counsellor: string
  topic: QuestionTopic
  languages: SpokenHere[]
  way: Way
  place: string
  meetingLink: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime
  slotMinutes: number
}

export type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** A time that nobody has booked, as families see it. */
export type FreeSlot = Span & {
  id: string
  counsellor: string
  topic: QuestionTopic
  languages: SpokenHere[]
  way: Way
  place: string
}

const daysAhead = 14

/** Families see free times of the next two weeks, and book what they see: nobody takes the times of a whole year. */
export const bookable = (now: Temporal.Instant) => ({ from: now, until: now.add({ hours: 24 * daysAhead }) })

/** Cuts an hour into slots; what is left at its end is too short for anybody. */
export const slotsWithin = ({ startsAt, endsAt }: Span, minutes: number): Span[] => {
  const slots: Span[] = []
  for (let at = startsAt; ; ) {
    const end = at.add({ minutes })
    if (Temporal.Instant.compare(end, endsAt) > 0) return slots
    slots.push({ startsAt: at, endsAt: end })
    at = end
  }
}

/** The days on which an hour is held: one, or the same weekday until a day, that one included. */
export const daysOf = (first: Temporal.PlainDate, last: Temporal.PlainDate | undefined) => {
  const days = [first]
  for (
    let day = first.add({ weeks: 1 });
    last && Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ weeks: 1 })
  )
    days.push(day)
  return days
}

/** A booking and its contact are forgotten seven days after the day that follows the consultation. */
export const deleteBookingOn = (heldOn: Temporal.PlainDate) => heldOn.add({ days: 8 })

/** Who wants to talk to whom; without a counsellor, whoever is free. */
export type Wish = { counsellor: string | undefined; language: SpokenHere }

/** The first free slot that fits: of the counsellor she chose or of any, who speaks her language. */
export const slotFor = <Slot extends Pick<FreeSlot, 'counsellor' | 'languages'>>(
  free: readonly Slot[],
  { counsellor, language }: Wish,
) =>
  free.find(
    slot => (counsellor === undefined || slot.counsellor === counsellor) && slot.languages.includes(language),
  )

/** Free slots that begin together and are about the same: one time to choose, of one counsellor or several. */
export type FreeTime = Span & Pick<FreeSlot, 'topic'> & { slots: readonly FreeSlot[] }

/** In which languages somebody listens at one time, whoever it is. */
export const languagesAt = ({ slots }: Pick<FreeTime, 'slots'>): SpokenHere[] =>
  spokenHere.filter(language => slots.some(({ languages }) => languages.includes(language)))

export const timesOf = (slots: readonly FreeSlot[]): FreeTime[] =>
  [...Map.groupBy(slots, ({ startsAt, topic }) => `${startsAt} ${topic}`).values()].flatMap(together => {
    const [first] = together
    return first
      ? [{ startsAt: first.startsAt, endsAt: first.endsAt, topic: first.topic, slots: together }]
      : []
  })

/** The link of an online consultation is shown from an hour before it begins until it is over. */
export const showsLink = ({ startsAt, endsAt }: Span, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, startsAt.subtract({ hours: 1 })) >= 0 &&
  Temporal.Instant.compare(now, endsAt) < 0
