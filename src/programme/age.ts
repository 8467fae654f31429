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

/** How an age is said: in months below two years, in years where it comes out even. */
export type AgeSaid =
  | { said: 'any' }
  | { said: 'from' | 'until'; unit: 'months' | 'years'; count: number }
  | { said: 'between'; unit: 'months' | 'years'; from: number; until: number }

export const sayAge = ({ from, until }: AgeSpan): AgeSaid => {
  const isEven = [from, until].every(bound => bound === null || bound % 12 === 0)
  const unit = isEven ? 'years' : 'months'
  const inUnit = (months: number) => (isEven ? months / 12 : months)
  const hasStart = from !== null && from > 0
  if (hasStart && until !== null) return { said: 'between', unit, from: inUnit(from), until: inUnit(until) }
  if (hasStart) return { said: 'from', unit, count: inUnit(from) }
  if (until !== null) return { said: 'until', unit, count: inUnit(until) }
  return { said: 'any' }
}
