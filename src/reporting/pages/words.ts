import type { Wording } from '../../platform/wording/wording.ts'
import type { Finding } from '../finding.ts'
import type { Period } from '../period.ts'

export const periodInWords = ({ year, quarter }: Period, { t }: Wording) =>
  quarter ? t('reporting.quarter', { quarter, year }) : t('reporting.year', { year })

/** The finding as a title: a number, or a comparison where it is honest. */
export const findingInWords = (finding: Finding, period: Period, wording: Wording) => {
  const { t, number } = wording
  switch (finding.finding) {
    case 'nothing-held':
    case 'nothing-counted':
      return t(`reporting.finding.${finding.finding}`)
    case 'visits':
    case 'visits-so-far':
      return t(`reporting.finding.${finding.finding}`, { visits: number(finding.visits) })
    default:
      return t(`reporting.finding.${finding.finding}`, {
        percent: 'percent' in finding ? number(finding.percent) : '',
        before: periodInWords({ ...period, year: period.year - 1 }, wording),
      })
  }
}
