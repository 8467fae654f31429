import { type Answers, slotsOf } from '../planning/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import type { Column } from './columns.ts'

/** What a field said and would say, in the words of the table; `times` are all of its slots together. */
export type Difference = { of: Column | 'times'; before: string; after: string }

/** Field by field, as the table shows them; nothing where both say the same. */
export const differencesOf = (
  before: Answers,
  after: Answers,
  columns: readonly Column[],
  wording: Wording,
): Difference[] => {
  const times = [before, after].map(answers => timesOf(answers, columns, wording))
  const changes = columns.flatMap((column): Difference[] => {
    const { of, cell } = column
    if (of === 'slot' || of === 'offer') return []
    return [
      {
        of: column,
        before: cell.show(before[of] ?? {}, wording),
        after: cell.show(after[of] ?? {}, wording),
      },
    ]
  })
  return [...changes, { of: 'times' as const, before: times[0] ?? '', after: times[1] ?? '' }].filter(
    ({ before, after }) => before !== after,
  )
}

/** Each time in a line: what is said of it, in the order of the columns, without a plain no. */
const timesOf = ({ when = {} }: Answers, columns: readonly Column[], wording: Wording) =>
  slotsOf(when)
    .map(slot =>
      columns
        .filter(({ of }) => of === 'slot')
        .map(({ key, cell, heading }) => {
          const said = cell.show(slot, wording)
          if (said === '' || said === wording.t('offerTables.no')) return ''
          if (said === wording.t('offerTables.yes')) return heading(wording)
          return saysItself.has(key) ? said : `${heading(wording)} ${said}`
        })
        .filter(Boolean)
        .join(' · '),
    )
    .join('\n')

const saysItself = new Set(['rhythm', 'weekday'])
