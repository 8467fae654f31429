import { type Context, todayIn } from '../identity/index.ts'

/**
 * The days that stand in a calendar: a month back, so that a cancellation or a booking given back is seen, and half a
 * year ahead, as far as anything is planned.
 */
export const shownDays = (context: Pick<Context, 'now' | 'city'>) => {
  const today = todayIn(context)
  return { from: today.subtract({ days: 30 }), until: today.add({ days: 180 }) }
}
