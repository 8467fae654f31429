import { formats } from './figures.ts'
import { type Period, quarterOf, quarters } from './period.ts'
import type { Choice } from './read-figures.ts'

/** Reads what an address asks for; whatever cannot be meant becomes the running quarter and all formats. */
export const readChoice = (asked: URLSearchParams, today: Temporal.PlainDate): Choice => ({
  period: readPeriod(asked.get('year') ?? '', asked.get('quarter') ?? '') ?? quarterOf(today),
  format: formats.find(format => format === asked.get('format')) ?? null,
})

/** The same as it stands in an address. */
export const choiceQuery = ({ period: { year, quarter }, format }: Choice) =>
  new URLSearchParams({
    year: String(year),
    ...(quarter && { quarter: String(quarter) }),
    ...(format && { format }),
  }).toString()

const readPeriod = (year: string, quarter: string): Period | null => {
  if (!/^(19|20)\d\d$/.test(year)) return null
  return { year: Number(year), quarter: quarters.find(known => String(known) === quarter) ?? null }
}
