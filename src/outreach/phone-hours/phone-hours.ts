import * as v from 'valibot'
import type { ReachableHours } from '../reachable-hours.ts'

const time = v.pipe(v.string('hours'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours'))

/**
 * Between seven and nine in the evening, because whoever is called works, sleeps or puts children to bed; and four hours
 * at least, in which somebody can be reached. Constraints of the table say the same.
 */
export const phoneHoursForm = v.pipe(
  v.object({ from: time, until: time }),
  v.forward(
    v.check(
      ({ from, until }) => from >= '07:00' && until <= '21:00' && minutes(until) - minutes(from) >= 240,
      'hours',
    ),
    ['from'],
  ),
) satisfies v.GenericSchema<unknown, ReachableHours>

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
