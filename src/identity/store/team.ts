import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { validOn } from './staff.ts'

type At = { cityId: string; centreId: string }

/** Who works at a centre on a day, by name, as far as the one who asks may know. */
export const listTeam = (tx: Tx, at: At, today: Temporal.PlainDate) => team(tx, at, today).execute()

/** Of these, who may be given an offer of the centre to lead. */
export const listCourseLeaders = (tx: Tx, at: At, today: Temporal.PlainDate) =>
  team(tx, at, today).where('memberships.role', '=', 'course-leader').execute()

const team = (tx: Tx, { cityId, centreId }: At, today: Temporal.PlainDate) =>
  tx
    .selectFrom('memberships')
    .innerJoin('identity.accounts as a', 'a.id', 'memberships.accountId')
    .select(['memberships.accountId', 'a.name'])
    .where('memberships.cityId', '=', cityId)
    .where('memberships.centreId', '=', centreId)
    .where(validOn(today))
    .groupBy(['memberships.accountId', 'a.name'])
    .orderBy(sql`a.name collate "de-x-icu"`)
