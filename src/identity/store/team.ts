import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { validOn } from './staff.ts'

/** Who works at a centre on a day, by name, as far as the one who asks may know. */
export const listTeam = (
  tx: Tx,
  { cityId, centreId }: { cityId: string; centreId: string },
  today: Temporal.PlainDate,
) =>
  tx
    .selectFrom('memberships')
    .innerJoin('identity.accounts as a', 'a.id', 'memberships.accountId')
    .select(['memberships.accountId', 'a.name'])
    .where('memberships.cityId', '=', cityId)
    .where('memberships.centreId', '=', centreId)
    .where(validOn(today))
    .groupBy(['memberships.accountId', 'a.name'])
    .orderBy(sql`a.name collate "de-x-icu"`)
    .execute()
