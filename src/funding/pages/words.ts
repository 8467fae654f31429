import type { Wording } from '../../platform/wording/wording.ts'

/** "2020/21", as a council calls its budget of two years. */
export const budgetInWords = (budget: string, { t }: Wording) =>
  t('funding.budgetName', { years: budget.replace('-', '/') })

/** "19,5 Stunden in der Woche", from minutes. */
export const hoursInWords = (minutes: number, { t, number }: Wording) =>
  t('funding.hours', { count: minutes / 60, hours: number(minutes / 60) })
