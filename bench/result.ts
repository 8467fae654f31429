/** One line of the table: what was measured, how it came out, and whether that is what we promise. */
export type Result = {
  name: string
  /** What is promised, such as `≥ 0.6 ×`. */
  bar: string
  value: number
  unit: '×' | 's' | 'MB' | 'KB' | 'of 100'
  isMet: boolean
  /** The figures behind it, in words. */
  detail: string
}

export const atLeast = (limit: number, value: number, unit: Result['unit'], rest: Described): Result => ({
  ...{ ...rest, value, unit },
  bar: `≥ ${limit} ${unit}`,
  isMet: value >= limit,
})

export const atMost = (limit: number, value: number, unit: Result['unit'], rest: Described): Result => ({
  ...{ ...rest, value, unit },
  bar: `≤ ${limit} ${unit}`,
  isMet: value <= limit,
})

type Described = Pick<Result, 'name' | 'detail'>

export const median = (values: readonly number[]) => percentile(values, 0.5)

export const percentile = (values: readonly number[], part: number) => {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export const rounded = (value: number) => {
  if (value >= 100) return Math.round(value)
  return value >= 10 ? Math.round(value * 10) / 10 : Math.round(value * 100) / 100
}
