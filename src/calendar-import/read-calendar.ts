import { lazyProcess, processFile } from '../platform/lazy-process.ts'
import type { CalendarWork, ReadCalendar } from './events.ts'

const askReader = lazyProcess<CalendarWork, ReadCalendar>(processFile('calendar-worker', import.meta.url), {
  longest: 5_000,
  memoryMegabytes: 128,
})

/** Reads a calendar of others; undefined when that takes more time or memory than any honest one. */
export const readCalendar = async (work: CalendarWork): Promise<ReadCalendar | undefined> => {
  try {
    return await askReader(work)
  } catch {
    return undefined
  }
}
