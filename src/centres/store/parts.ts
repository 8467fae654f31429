import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { OptionalPart } from '../parts.ts'

export type CentreWithParts = { id: string; name: string; switchedOn: string[] }

/** Each of the centres by name, with what it has switched on. */
export const listPartsByCentre = async (
  tx: Tx,
  cityId: string,
  centreIds: readonly string[],
): Promise<CentreWithParts[]> => {
  const rows = await tx
    .selectFrom('centres as c')
    .leftJoin('centreParts as p', join =>
      join
        .onRef('p.cityId', '=', 'c.cityId')
        .onRef('p.centreId', '=', 'c.id')
        .on('p.switchedOnAt', 'is not', null),
    )
    .select(['c.id', 'c.name', 'p.part'])
    .where('c.cityId', '=', cityId)
    .where('c.id', '=', eb => eb.fn.any(eb.val([...centreIds])))
    .orderBy('c.name')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    ...{ id, name: own[0]?.name ?? '' },
    switchedOn: own.flatMap(({ part }) => part ?? []),
  }))
}

export const findCentreRef = async (
  tx: Tx,
  cityId: string,
  centreId: string,
): Promise<CentreRef | undefined> =>
  tx
    .selectFrom('centres')
    .select(['id as centreId', 'providerId'])
    .where('cityId', '=', cityId)
    .where('id', '=', centreId)
    .executeTakeFirst()

type Deciding = CentreRef & { part: OptionalPart; switchedOnAt: Temporal.Instant | null }

export const writePart = async (tx: Tx, cityId: string, { switchedOnAt, ...row }: Deciding) => {
  await tx
    .insertInto('centreParts')
    .values({ cityId, ...row, switchedOnAt })
    .onConflict(conflict => conflict.columns(['cityId', 'centreId', 'part']).doUpdateSet({ switchedOnAt }))
    .execute()
}

export const addParts = async (
  tx: Tx,
  cityId: string,
  centre: CentreRef,
  parts: readonly OptionalPart[],
  switchedOnAt: Temporal.Instant,
) => {
  const { centreId, providerId } = centre
  await tx
    .insertInto('centreParts')
    .values(parts.map(part => ({ cityId, centreId, providerId, part, switchedOnAt })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
