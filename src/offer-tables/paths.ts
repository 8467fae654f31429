import { staffPaths } from '../planning/index.ts'

/** Where a lead gets the programme of her centre as a table, and loads it again. */
export const paths = {
  page: staffPaths.table,
  file: (language: string, centre: string, form: 'xlsx' | 'csv') =>
    `/${language}/staff/offer-table.${form}?centre=${centre}`,
  check: (language: string) => `/${language}/staff/offer-table`,
  apply: (language: string) => `/${language}/staff/offer-table/apply`,
}
