import type { FieldFault } from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Span } from '../post.ts'

const codes = [
  ...(['missing', 'too-long', 'day', 'hours', 'percent', 'before-start'] as const),
  ...(['too-many-hours', 'no-post', 'already-there', 'deputy-taken'] as const),
]

/** What is wrong with which field, in words. */
export const faultsOf = ({ t }: Wording, problems: FormProblems): FieldFault[] =>
  Object.entries(problems).map(([field, problem]) => ({
    field,
    message: t(`people.fault.${codes.find(code => code === problem) ?? 'unreadable'}`),
  }))

/** "50 %", from thousandths. */
export const percentInWords = (permille: number, { number, t }: Wording) =>
  t('people.percent', { percent: number(permille / 10) })

/** "19,5 Stunden in der Woche", from minutes. */
export const hoursInWords = (minutes: number, { number, t }: Wording) =>
  t('people.hours', { count: minutes / 60, hours: number(Math.round(minutes / 6) / 10) })

/** "seit 1. Januar 2020", "1. Januar 2020 bis 31. März 2021", "ab …". */
export const spanInWords = ({ from, until }: Span, { fullDay, t }: Wording, today: Temporal.PlainDate) => {
  if (until) return t('people.span', { from: fullDay(from), until: fullDay(until.subtract({ days: 1 })) })
  const isAhead = Temporal.PlainDate.compare(from, today) > 0
  return t(isAhead ? 'people.from' : 'people.since', { day: fullDay(from) })
}
