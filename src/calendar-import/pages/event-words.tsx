import type { Column } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CalendarFault, ImportedDate, ImportedEvent } from '../events.ts'

/** When an event of a calendar is, and where. */
export const inWords = ({ dates, place }: ImportedEvent, wording: Wording) =>
  [datesInWords(dates, wording), place].filter(Boolean).join(' · ')

const shownDates = 3

const datesInWords = (dates: readonly ImportedDate[], { t, shortDay }: Wording) => {
  const said = dates.slice(0, shownDates).map(({ on, starts, ends }) => {
    const day = shortDay(Temporal.PlainDate.from(on))
    if (!starts) return t('calendarImport.allDay', { day })
    return [day, [starts, ends].filter(Boolean).join('–')].join(' ')
  })
  const more = dates.length - said.length
  return [...said, more > 0 && t('calendarImport.more', { count: more })].filter(Boolean).join(' · ')
}

/** What is wrong with which line of a calendar. */
export const faultColumns = ({ t }: Wording): Column<CalendarFault>[] => [
  { label: t('calendarImport.fault.where'), cell: ({ line }) => t('calendarImport.fault.line', { line }) },
  {
    label: t('calendarImport.fault.what'),
    cell: ({ code, about }) => t(`calendarImport.fault.${code}`, { about }),
  },
]
