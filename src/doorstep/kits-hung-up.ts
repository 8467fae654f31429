import type { Context } from '../identity/index.ts'
import { listYears } from './store/published.ts'

/**
 * How many kits the centres of a city have hung at doors, by year and in all; readable by everybody, no person in it.
 * A year with fewer than five is not told, nor part of the sum. `hasExamples` where some of it was made up for the demo.
 */
export const kitsHungUp = async (context: Pick<Context, 'db' | 'city'>) => {
  const years = await listYears(context)
  return {
    total: years.reduce((sum, { kits }) => sum + kits, 0),
    hasExamples: years.some(({ hasExamples }) => hasExamples),
    years,
  }
}
