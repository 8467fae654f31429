import { staffPaths } from '../planning/index.ts'

/** Where a lead takes in dates of a partner's calendar. */
export const paths = {
  page: staffPaths.calendarImport,
  all: (language: string) => `/${language}/staff/calendar-import`,
  take: (language: string) => `/${language}/staff/calendar-import/take`,
  add: (language: string) => `/${language}/staff/calendar-import/sources`,
  source: (language: string, id: string) => `/${language}/staff/calendar-import/sources/${id}`,
  takeFrom: (language: string, id: string) => `/${language}/staff/calendar-import/sources/${id}/take`,
  settle: (language: string, id: string) => `/${language}/staff/calendar-import/sources/${id}/settle`,
  stop: (language: string, id: string) => `/${language}/staff/calendar-import/sources/${id}/stop`,
}
