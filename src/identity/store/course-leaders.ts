import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { validOn } from './staff.ts'

/** Who may be given an offer of a centre to lead, by name, as far as the one who asks may know. */
export const listCourseLeaders = (
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
    .where('memberships.role', '=', 'course-leader')
    .where(validOn(today))
    .orderBy(sql`a.name collate "de-x-icu"`)
    .execute()
