import type { Child } from 'hono/jsx'
import { type Column, DataTable } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { OfferPlan } from '../../plan/offer-plan.ts'
import { itemsOfPlan } from './plan-check.tsx'

type Line = { term: string; before: Child; after: Child }

/** Two plans of an offer side by side: only what differs. Without a first one, all that the second says. */
export const PlanDifference = ({
  before,
  after,
  wording,
}: {
  before: OfferPlan | undefined
  after: OfferPlan
  wording: Wording
}) => {
  const { t } = wording
  const lines = linesOf(before, after, wording)
  if (lines.length === 0) return <p>{t('programme.difference.none')}</p>
  const columns: (Column<Line> | false)[] = [
    { label: t('programme.difference.what'), cell: ({ term }) => term },
    before !== undefined && { label: t('programme.difference.public'), cell: line => line.before },
    { label: t('programme.difference.proposed'), cell: line => line.after },
  ]
  return (
    <DataTable
      caption={t('programme.difference.caption', { count: lines.length })}
      columns={columns.filter(column => column !== false)}
      rows={lines}
    />
  )
}

const linesOf = (before: OfferPlan | undefined, after: OfferPlan, wording: Wording): Line[] => {
  const nothing = wording.t('programme.difference.nothing')
  const stood = new Map(before && itemsOfPlan(before, wording).map(({ term, value }) => [term, value]))
  const said = new Map(itemsOfPlan(after, wording).map(({ term, value }) => [term, value]))
  return [...new Set([...said.keys(), ...stood.keys()])].flatMap(term => {
    const [old, wanted] = [stood.get(term) ?? '', said.get(term) ?? '']
    return String(old) === String(wanted) ? [] : [{ term, before: old || nothing, after: wanted || nothing }]
  })
}
