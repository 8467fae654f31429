import type { CountedHeads, CountedKind } from '../attendance/index.ts'
import { listCentres } from '../centres/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { addUp, type Cell, type Format } from './figures.ts'
import { type Finding, findingOf } from './finding.ts'
import {
  firstDayOf,
  isOver,
  lastDayOf,
  type Period,
  quarterOf,
  quartersBetween,
  yearBefore,
} from './period.ts'
import { mayReadLiveFigures, mayReadReleasedFigures } from './permissions.ts'
import * as released from './store/released-cells.ts'
import * as live from './store/session-figures.ts'

/** Which figures somebody looks at; they stand in the address. */
export type Choice = { period: Period; format: Format | null }

export type Figures = {
  /** Released to the city, or live for those who hold the sessions. */
  isReleased: boolean
  cells: Cell[]
  /** What was counted, by kind; only live. */
  kinds: (CountedHeads & { kind: CountedKind })[]
  finding: Finding
  /** Quarters there are figures of, the latest first. */
  quarters: Period[]
}

/** The running quarter with all formats, for the start page of a lead. */
export const readRunningQuarter = async (context: Context) => {
  const choice: Choice = { period: quarterOf(todayIn(context)), format: null }
  const [figures, centres] = await Promise.all([readFigures(context, choice), listCentres(context)])
  return { choice, figures, centres }
}

/** The figures of a period: a lead's and a provider's own, live; for the city office what has been released. */
export const readFigures = async (context: Context, { period, format }: Choice): Promise<Figures> => {
  const isReleased = mayReadReleasedFigures(context.actor)
  requireThat(isReleased || mayReadLiveFigures(context.actor))
  return inTransaction(context, async tx => {
    const read = async (of: Period) => {
      const days = { from: firstDayOf(of), until: lastDayOf(of) }
      const cells = isReleased
        ? await released.readReleased(tx, context.city.id, days)
        : await live.sumSessions(tx, context, days)
      return cells.filter(cell => format === null || cell.format === format)
    }
    const cells = await read(period)
    const days = { from: firstDayOf(period), until: lastDayOf(period) }
    const kinds = isReleased ? [] : await live.sumByKind(tx, context, days, format)
    const before = await read(yearBefore(period))
    const first = isReleased
      ? await released.firstReleased(tx, context.city.id)
      : await live.firstHeldOn(tx, context)
    const today = todayIn(context)
    return {
      ...{ isReleased, cells, kinds },
      finding: findingOf(addUp(cells), addUp(before), isOver(period, today)),
      quarters: quartersBetween(first ?? today, today),
    }
  })
}
