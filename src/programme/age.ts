/** Ages in months, the upper bound excluded; null has no limit. */
export type AgeSpan = { from: number | null; until: number | null }

/** The age a family asks for: an unborn child, or a span of months in which the child is. */
export type AgeWanted = 'pregnant' | { from: number; until: number }

/**
 * Reads an age from an address: `pregnant`, `7m` (a child of seven months), `3y` (from the third to the fourth
 * birthday) or `1-3` (years, from the first to the third birthday). Anything else is no age.
 */
export const readAge = (value: string): AgeWanted | undefined => {
  if (value === 'pregnant') return value
  const [, months, years, first, last] = /^(?:(\d{1,3})m|(\d{1,2})y|(\d{1,2})-(\d{1,2}))$/.exec(value) ?? []
  if (months) return { from: Number(months), until: Number(months) + 1 }
  if (years) return { from: Number(years) * 12, until: Number(years) * 12 + 12 }
  if (first && last && Number(first) < Number(last))
    return { from: Number(first) * 12, until: Number(last) * 12 }
  return undefined
}

/**
 * How an age is said: in years where they come out even, a span from two on also in halves; or else in months. Beyond
 * two years nobody counts months any more: from 6 months to 3 years.
 */
export type AgeSaid =
  | { said: 'any' }
  | { said: 'from' | 'until'; unit: 'months' | 'years'; count: number }
  | { said: 'between'; unit: 'months' | 'years'; from: number; until: number }
  | { said: 'span'; months: number; years: number }

/** Turns a span of months into what is said of it; the words follow on the page. */
export const sayAge = ({ from, until }: AgeSpan): AgeSaid => {
  const hasStart = from !== null && from > 0
  if (hasStart && until !== null) {
    const inYears = [from, until].every(months => isEven(months) || (months >= 24 && months % 6 === 0))
    if (inYears) return { said: 'between', unit: 'years', from: from / 12, until: until / 12 }
    return until > 24 && isEven(until)
      ? { said: 'span', months: from, years: until / 12 }
      : { said: 'between', unit: 'months', from, until }
  }
  if (hasStart) return { said: 'from', ...counted(from) }
  return until === null ? { said: 'any' } : { said: 'until', ...counted(until) }
}

const isEven = (months: number) => months % 12 === 0

const counted = (months: number) =>
  isEven(months) ? { unit: 'years' as const, count: months / 12 } : { unit: 'months' as const, count: months }
