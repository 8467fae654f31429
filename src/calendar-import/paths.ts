import { staffPaths } from '../planning/index.ts'

/** Where a lead takes in dates of a partner's calendar. */
export const paths = {
  page: staffPaths.calendarImport,
  check: (language: string) => `/${language}/staff/calendar-import`,
  take: (language: string) => `/${language}/staff/calendar-import/take`,
}
