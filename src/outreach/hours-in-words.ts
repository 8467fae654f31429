import type { Wording } from '../platform/wording/wording.ts'
import type { ReachableHours } from './reachable-hours.ts'

/** Such as "Montag und Dienstag, 9:00–12:00". */
export const hoursInWords = ({ from, until, days }: ReachableHours, wording: Wording) =>
  wording.joined([
    days && wording.list(days.map(wording.weekday)),
    wording.hours(Temporal.PlainTime.from(from), Temporal.PlainTime.from(until)),
  ])
