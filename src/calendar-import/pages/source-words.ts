import type { Wording } from '../../platform/wording/wording.ts'
import type { CalendarSource, SourceFault } from '../source.ts'

/** Why a calendar could not be read, and what helps. */
export const sentenceForFault = (fault: SourceFault, about: string, { t }: Wording) =>
  t(`calendarImport.source.fault.${fault}`, { status: about })

/** When a calendar was read last, and whether that is still so. */
export const whenRead = ({ readAt, triedAt, fault }: CalendarSource, timeZone: string, wording: Wording) => {
  const { t } = wording
  const said = (moment: Temporal.Instant) => {
    const local = moment.toZonedDateTimeISO(timeZone)
    return `${wording.shortDay(local.toPlainDate())}, ${wording.time(local.toPlainTime())}`
  }
  return [
    readAt && t('calendarImport.source.readAt', { when: said(readAt) }),
    fault && t('calendarImport.source.triedAt', { when: said(triedAt) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
