import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { TallyLine } from '../invitation.ts'

type Whose = CentreRef & { cityId: string; partnerId: string | null; month: Temporal.PlainDate }

/** Counts one more who came, and nothing of who that was. */
export const addTally = (tx: Tx, whose: Whose) =>
  tx
    .insertInto('invitationTallies')
    .values({ ...whose, amount: 1 })
    .onConflict(conflict =>
      conflict
        .constraint('one_sum_a_month')
        .doUpdateSet(({ eb, ref }) => ({ amount: eb(ref('invitationTallies.amount'), '+', 1) })),
    )
    .execute()

/** The sums of a centre from a month on, the newest month first, in it the sender of most. */
export const listTallies = (
  tx: Tx,
  { cityId, centreId }: { cityId: string; centreId: string },
  from: Temporal.PlainDate,
): Promise<TallyLine[]> =>
  tx
    .selectFrom('invitationTallies as t')
    .leftJoin('networkPartners as p', join =>
      join.onRef('p.cityId', '=', 't.cityId').onRef('p.id', '=', 't.partnerId'),
    )
    .select(['t.month', 'p.name as partnerName', sql<number>`sum(t.amount)::int`.as('amount')])
    .where('t.cityId', '=', cityId)
    .where('t.centreId', '=', centreId)
    .where('t.month', '>=', from)
    .groupBy(['t.month', 'p.name'])
    .orderBy('t.month', 'desc')
    .orderBy('amount', 'desc')
    .orderBy('p.name')
    .execute()
