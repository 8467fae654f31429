import { expect, test } from 'vitest'
import { agreementState, isOverdue } from './due.ts'

const day = Temporal.PlainDate.from
const today = day('2026-11-23')

test.each([
  ['nothing was signed', null, 'none'],
  ['it ended yesterday', '2026-11-22', 'ended'],
  ['it holds for the last time today', '2026-11-23', 'running-out'],
  ['it holds for sixty more days', '2027-01-22', 'running-out'],
  ['it holds for sixty-one more days', '2027-01-23', 'running'],
] as const)('how it stands with a partner when %s', (_, until, state) => {
  expect(agreementState(until && day(until), today)).toBe(state)
})

test.each([
  ['due yesterday', '2026-11-22', false, true],
  ['due today', '2026-11-23', false, false],
  ['due yesterday and done', '2026-11-22', true, false],
] as const)('whether a task is overdue that is %s', (_, dueOn, isDone, overdue) => {
  const doneAt = isDone ? Temporal.Instant.from('2026-11-22T08:00:00Z') : null
  expect(isOverdue({ dueOn: day(dueOn), doneAt }, today)).toBe(overdue)
})
