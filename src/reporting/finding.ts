import { countedIn, type Sums, visitsIn } from './figures.ts'

/** What the figures of a period say in one sentence. */
export type Finding =
  | { finding: 'nothing-held' | 'nothing-counted' }
  | { finding: 'visits' | 'visits-so-far'; visits: number }
  | { finding: 'more' | 'fewer'; percent: number; visits: number }
  | { finding: 'as-many'; visits: number }

/** Two periods are compared only if at least so large a part of the sessions of each was counted. */
const enoughCounted = 0.9

/**
 * The one sentence above a chart. It compares with the year before only where that is honest: the period is over,
 * and in both nearly everything was counted. Otherwise it says the number and compares nothing.
 */
export const findingOf = (sums: Sums, before: Sums, isOver: boolean): Finding => {
  const visits = visitsIn(sums)
  if (sums['sessions-held'] === 0) return { finding: 'nothing-held' }
  if (countedIn(sums) === 0) return { finding: 'nothing-counted' }
  if (!isOver) return { finding: 'visits-so-far', visits }
  if (!isWellCounted(sums) || !isWellCounted(before) || visitsIn(before) === 0)
    return { finding: 'visits', visits }

  const percent = Math.round((visits / visitsIn(before) - 1) * 100)
  if (percent === 0) return { finding: 'as-many', visits }
  return { finding: percent > 0 ? 'more' : 'fewer', percent: Math.abs(percent), visits }
}

const isWellCounted = (sums: Sums) =>
  sums['sessions-held'] > 0 && countedIn(sums) / sums['sessions-held'] >= enoughCounted
