import { type Answers, slotsOf, withSlots } from '../planning/index.ts'
import type { FormValues } from '../platform/web/form.ts'

const fields = ['title', 'body', 'place', 'dates'] as const
/** `registered`: dates that left the calendar are held all the same, because families wait for them. */
export type Kept = (typeof fields)[number] | 'registered'

/** What a plan says of what a calendar can say, so that both can be held against each other. */
export type Said = {
  title: string
  body: string
  place: string
  /** Each as `2026-11-30 09:30 11:00`, in order; null where a lead has made a rule of them. */
  dates: string[] | null
}

export const saidOf = ({ what = {}, when = {} }: Answers): Said => {
  const slots = slotsOf(when)
  return {
    title: plain(what['texts.de.title']),
    body: plain(what['texts.de.body']),
    place: plain(when.place),
    dates: slots.every(({ rhythm }) => rhythm === 'dates') ? slots.flatMap(datesIn).sort() : null,
  }
}

export type Followed = { answers: Answers; isChanged: boolean; said: Said; kept: Kept[] }

/**
 * What becomes of a plan when its calendar says something else: field by field, what still stands as the calendar said
 * it follows, what a lead has written stays and is named. Dates that are over count for nothing.
 */
export const followed = (plan: Answers, was: Said, source: Answers, today: Temporal.PlainDate): Followed => {
  const own = coming(saidOf(plan), today)
  const before = coming(was, today)
  const now = coming(saidOf(source), today)
  const follows = fields.filter(name => !isSame(own[name], now[name]) && isSame(own[name], before[name]))
  const kept = fields.filter(
    name =>
      !isSame(own[name], now[name]) && !isSame(own[name], before[name]) && !isSame(before[name], now[name]),
  )
  const said = { ...now, ...Object.fromEntries(kept.map(name => [name, before[name]])) }
  return { answers: rewritten(plan, source, follows, today), isChanged: follows.length > 0, said, kept }
}

const rewritten = (
  plan: Answers,
  source: Answers,
  follows: readonly (typeof fields)[number][],
  today: Temporal.PlainDate,
): Answers => {
  const taken = (name: (typeof fields)[number]) => follows.includes(name)
  const what = {
    ...plan.what,
    ...(taken('title') && { 'texts.de.title': source.what?.['texts.de.title'] ?? '' }),
    ...(taken('body') && { 'texts.de.body': source.what?.['texts.de.body'] ?? '' }),
  }
  const when = { ...plan.when, ...(taken('place') && { place: source.when?.place ?? '' }) }
  return {
    ...plan,
    what,
    when: taken('dates') ? withSlots(when, newSlots(slotsOf(when), slotsOf(source.when ?? {}), today)) : when,
  }
}

/**
 * The slots of the plan with the dates of the calendar. A slot keeps what it is (its series, its exceptions) and the
 * dates that are over; where only the time has changed, it is still the same slot.
 */
const newSlots = (own: readonly FormValues[], source: readonly FormValues[], today: Temporal.PlainDate) => {
  const left = own.filter(slot => !source.some(other => timeOf(other) === timeOf(slot)))
  const ended = left.filter(slot => pastOf(slot, today).length > 0)
  const free = left.filter(slot => pastOf(slot, today).length === 0)
  const continued = source.map(slot => {
    const same = own.find(other => timeOf(other) === timeOf(slot)) ?? free.shift()
    return { ...same, ...slot, dates: [...(same ? pastOf(same, today) : []), ...datesOfSlot(slot)] }
  })
  return [...ended.map(slot => ({ ...slot, dates: pastOf(slot, today) })), ...continued]
}

const coming = (said: Said, today: Temporal.PlainDate): Said => ({
  ...said,
  dates: said.dates?.filter(date => date.slice(0, 10) >= today.toString()) ?? null,
})

const isSame = (one: Said[keyof Said], other: Said[keyof Said]) =>
  JSON.stringify(one) === JSON.stringify(other)

const plain = (value: FormValues[string] | undefined) =>
  String(value ?? '')
    .replace(/\r\n?/g, '\n')
    .trim()
const timeOf = ({ starts, ends }: FormValues) => `${starts ?? ''} ${ends ?? ''}`
const datesOfSlot = ({ dates }: FormValues): string[] => (Array.isArray(dates) ? dates.filter(Boolean) : [])
const datesIn = (slot: FormValues) => datesOfSlot(slot).map(on => `${on} ${timeOf(slot)}`)
const pastOf = (slot: FormValues, today: Temporal.PlainDate) =>
  datesOfSlot(slot).filter(on => on < today.toString())
