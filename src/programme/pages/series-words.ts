import type { Wording } from '../../platform/wording/wording.ts'
import type { SeriesFacts } from '../entry.ts'
import { hoursInWords } from './facts.tsx'

/** "Every Wednesday, 9:30–11:00, not in the school holidays". */
export const seriesInWords = (series: SeriesFacts, wording: Wording): string => {
  const { t } = wording
  const parts = [
    rhythm(series, wording),
    hoursInWords(series, wording),
    series.units ? t('programme.series.units', { count: series.units }) : null,
    series.skipsSchoolHolidays && t('programme.series.notInSchoolHolidays'),
  ]
  return wording.joined(parts)
}

const rhythm = ({ rule, weekday, nth, dates }: SeriesFacts, wording: Wording) => {
  const { t } = wording
  const day = { weekday: wording.weekday(weekday ?? 1) }
  switch (rule) {
    case 'monthly':
      return t(`programme.series.monthly.${ordinals.get(nth) ?? 'last'}`, day)
    case 'dates':
      return t('programme.series.dates', { count: dates.length })
    default:
      return t(`programme.series.${rule}`, day)
  }
}

const ordinals = new Map<number | null, 'first' | 'second' | 'third' | 'fourth' | 'last'>([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [-1, 'last'],
])
