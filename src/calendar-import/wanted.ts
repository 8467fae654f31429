import type { Answers } from '../planning/index.ts'
import { withSlots } from '../planning/index.ts'
import { derivedId } from '../platform/derived-id.ts'
import type { ImportedEvent } from './events.ts'

/** Events whose name, description or category contains one of the words; without words all of them. */
export const withWords = (events: readonly ImportedEvent[], typed: string): ImportedEvent[] => {
  const words = typed
    .split(/[,\n]/)
    .map(word => word.trim().toLowerCase())
    .filter(Boolean)
  if (words.length === 0) return [...events]
  return events.filter(({ title, description, categories }) => {
    const said = [title, description, ...categories].join('\n').toLowerCase()
    return words.some(word => said.includes(word))
  })
}

/** The same event read twice gets the same id at a centre, so it is taken in once. */
export const idOf = (centreId: string, { uid }: ImportedEvent) => derivedId(centreId, uid)

/** What an event says of an offer: its name, where, and when. For whom and how one joins, its lead says. */
export const answersOf = ({ title, description, place, dates }: ImportedEvent): Answers => {
  const times = Map.groupBy(dates, ({ starts, ends }) => `${starts ?? ''} ${ends ?? ''}`)
  const slots = [...times.values()].slice(0, mostSlots).map(same => ({
    ...{ rhythm: 'dates', starts: same[0]?.starts ?? '', ends: same[0]?.ends ?? '' },
    dates: same.map(({ on }) => on),
  }))
  return {
    what: { 'texts.de.title': title, 'texts.de.body': description },
    // Everybody reads the place; an address of the web is none.
    when: withSlots({ place: /:\/\/|\bwww\./i.test(place) ? '' : place }, slots),
  }
}

const mostSlots = 10
