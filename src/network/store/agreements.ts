import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Agreement } from '../partner.ts'

/** What was signed with a partner, the latest first. */
export const listAgreements = (tx: Tx, cityId: string, partnerId: string): Promise<Agreement[]> =>
  tx
    .selectFrom('networkAgreements')
    .select(['id', 'signedOn'])
    .select([
      sql<Temporal.PlainDate>`lower(valid)`.as('from'),
      sql<Temporal.PlainDate>`upper(valid) - 1`.as('until'),
    ])
    .where('cityId', '=', cityId)
    .where('partnerId', '=', partnerId)
    .orderBy('valid', 'desc')
    .execute()

type Signing = CentreRef & Agreement & { cityId: string; partnerId: string }

export const addAgreement = (tx: Tx, { from, until, ...agreement }: Signing) =>
  tx
    .insertInto('networkAgreements')
    .values({ ...agreement, valid: `[${from},${until}]` })
    .execute()

/** Says whether there was such an agreement. */
export const deleteAgreement = async (tx: Tx, cityId: string, partnerId: string, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('networkAgreements')
    .where('cityId', '=', cityId)
    .where('partnerId', '=', partnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Partners of the own centres with whom nothing holds after this day, though something did. */
export const countRunningOut = async (tx: Tx, cityId: string, lastDay: Temporal.PlainDate) => {
  const { rows } = await sql<{ amount: number }>`
    select count(*)::int as amount from (
      select from network_agreements where city_id = ${cityId}
      group by centre_id, partner_id having max(upper(valid)) - 1 <= ${lastDay.toString()}::date
    ) running_out`.execute(tx)
  return rows[0]?.amount ?? 0
}
