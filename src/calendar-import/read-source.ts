import type { Context } from '../identity/index.ts'
import { todayIn } from '../identity/index.ts'
import { type Known, type Outside, readOutside } from '../platform/outside/read-outside.ts'
import { readCalendar } from './read-calendar.ts'
import type { CalendarSource, SourceReading } from './source.ts'
import { withWords } from './wanted.ts'

const limits = {
  milliseconds: 15_000,
  bytes: 5_000_000,
  redirects: 4,
  accept: 'text/calendar, text/plain;q=0.5',
}

/** How an address is asked; tests and the demo ask a calendar of their own. */
export type AskAddress = (address: string, known: Known) => Promise<Outside>

const askInternet: AskAddress = (address, known) => readOutside(address, { ...limits, known })

/** Reads a calendar from its address, for the coming year. Whatever goes wrong is an answer, never an exception. */
export const readSource = async (
  context: Context,
  { address, words }: Pick<CalendarSource, 'address' | 'words'>,
  { known = { etag: null, lastModified: null }, ask = askInternet }: { known?: Known; ask?: AskAddress } = {},
): Promise<SourceReading> => {
  const answer = await ask(address, known)
  if (answer.outcome !== 'read') return answer
  const text = textOf(answer.bytes)
  if (text === undefined) return fault('bytes')
  const read = await readCalendar({ text, timeZone: context.city.timeZone, ...comingYear(context) })
  if (!read) return fault('too-heavy')
  if (read.faults.some(({ code }) => code === 'no-calendar')) return fault('no-calendar')
  const { etag, lastModified } = answer
  const kept = { ...read, events: withWords(read.events, words) }
  return { outcome: 'read', read: kept, etag: upTo(500, etag), lastModified: upTo(100, lastModified) }
}

/** A year ahead is what a season is planned from. */
export const comingYear = (context: Context) => {
  const today = todayIn(context)
  return { from: today.toString(), until: today.add({ months: 12 }).toString() }
}

/** Calendars are UTF-8 (RFC 5545, 3.1.4); half of a letter means that something was lost on the way. */
const textOf = (bytes: Buffer) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A mark that is longer than any honest one is not kept, and all is read again. */
const upTo = (most: number, mark: string | null) => (mark && mark.length <= most ? mark : null)

const fault = (code: 'bytes' | 'too-heavy' | 'no-calendar'): SourceReading => ({
  outcome: 'fault',
  code,
  about: '',
})
