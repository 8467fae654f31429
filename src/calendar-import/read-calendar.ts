import { lazyProcess, processFile } from '../platform/lazy-process.ts'
import type { CalendarWork, ReadCalendar } from './events.ts'

/** Reads calendars of others; undefined for one that takes more time (milliseconds) or memory than any honest one. */
export const calendarReader = (limits: { longest: number; memoryMegabytes: number }) => {
  const ask = lazyProcess<CalendarWork, ReadCalendar>(processFile('calendar-worker', import.meta.url), limits)
  return async (work: CalendarWork): Promise<ReadCalendar | undefined> => {
    try {
      return await ask(work)
    } catch {
      return undefined
    }
  }
}

export const readCalendar = calendarReader({ longest: 5_000, memoryMegabytes: 128 })
