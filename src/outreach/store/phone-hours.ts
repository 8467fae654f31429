import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { ReachableHours } from '../reachable-hours.ts'

/** What a centre has chosen; undefined where it has not. */
export const findPhoneHours = async (tx: Tx, cityId: string, centreId: string) => {
  const row = await tx
    .selectFrom('phoneHours')
    .select(['ringsFrom', 'ringsUntil'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .executeTakeFirst()
  return row && hoursIn(row)
}

/** Each of the centres by name, with what it has chosen. */
export const listPhoneHours = async (tx: Tx, cityId: string, centreIds: readonly string[]) => {
  const rows = await tx
    .selectFrom('centres as c')
    .leftJoin('phoneHours as h', join =>
      join.onRef('h.cityId', '=', 'c.cityId').onRef('h.centreId', '=', 'c.id'),
    )
    .select(['c.id as centreId', 'c.name', 'h.ringsFrom', 'h.ringsUntil'])
    .where('c.cityId', '=', cityId)
    .where('c.id', '=', eb => eb.fn.any(eb.val([...centreIds])))
    .orderBy('c.name')
    .execute()
  return rows.map(({ centreId, name, ringsFrom, ringsUntil }) => ({
    ...{ centreId, name },
    chosen: ringsFrom && ringsUntil ? hoursIn({ ringsFrom, ringsUntil }) : undefined,
  }))
}

export const writePhoneHours = async (
  tx: Tx,
  cityId: string,
  { centreId, providerId }: CentreRef,
  { from, until }: ReachableHours,
) => {
  const hours = { ringsFrom: Temporal.PlainTime.from(from), ringsUntil: Temporal.PlainTime.from(until) }
  await tx
    .insertInto('phoneHours')
    .values({ cityId, centreId, providerId, ...hours })
    .onConflict(conflict => conflict.columns(['cityId', 'centreId']).doUpdateSet(hours))
    .execute()
}

export const forgetPhoneHours = async (tx: Tx, cityId: string, centreId: string) => {
  await tx.deleteFrom('phoneHours').where('cityId', '=', cityId).where('centreId', '=', centreId).execute()
}

type Row = { ringsFrom: Temporal.PlainTime; ringsUntil: Temporal.PlainTime }

const hoursIn = ({ ringsFrom, ringsUntil }: Row): ReachableHours => ({
  from: ringsFrom.toString({ smallestUnit: 'minute' }),
  until: ringsUntil.toString({ smallestUnit: 'minute' }),
})
