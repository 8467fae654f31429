import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** What the SMS of a provider may cost in a month, unless it decides otherwise: about two hundred and fifty of them. */
const usualMonthlyCents = 2000

type Payment = { cityId: string; providerId: string; month: Temporal.PlainDate; cents: number }

/** Pays for one SMS if the month still can, in one statement, so that two at a time cannot both have the last cents. */
export const pay = async (tx: Tx, { cityId, providerId, month, cents }: Payment) => {
  const limit = sql`coalesce((select monthly_cents from sms_limits
    where city_id = ${cityId} and provider_id = ${providerId}), ${usualMonthlyCents})`
  const { rows } = await sql`
    insert into sms_months as so_far (city_id, provider_id, month, messages, cents)
    select ${cityId}, ${providerId}, ${month.toString()}, 1, ${cents} where ${cents} <= ${limit}
    on conflict (city_id, provider_id, month)
      do update set messages = so_far.messages + 1, cents = so_far.cents + excluded.cents
      where so_far.cents + excluded.cents <= ${limit}
    returning 1`.execute(tx)
  return rows.length > 0
}

/** An SMS that did not go is not paid for. */
export const payBack = (tx: Tx, { cityId, providerId, month, cents }: Payment) =>
  tx
    .updateTable('smsMonths')
    .set(eb => ({ messages: eb('messages', '-', 1), cents: eb('cents', '-', cents) }))
    .where('cityId', '=', cityId)
    .where('providerId', '=', providerId)
    .where('month', '=', month)
    .execute()

/** The last months of all providers somebody answers for, newest first, with what each may cost. */
export const listMonths = async (tx: Tx, cityId: string, since: Temporal.PlainDate) => {
  const [months, limits, providers] = await Promise.all([
    tx
      .selectFrom('smsMonths')
      .select(['providerId', 'month', 'messages', 'cents'])
      .where('cityId', '=', cityId)
      .where('month', '>=', since)
      .orderBy('month', 'desc')
      .execute(),
    tx.selectFrom('smsLimits').select(['providerId', 'monthlyCents']).where('cityId', '=', cityId).execute(),
    tx.selectFrom('providers').select(['id', 'name']).where('cityId', '=', cityId).orderBy('name').execute(),
  ])
  const limitOf = new Map(limits.map(({ providerId, monthlyCents }) => [providerId, monthlyCents]))
  return providers.map(({ id, name }) => ({
    ...{ providerId: id, name, limit: limitOf.get(id) ?? usualMonthlyCents },
    months: months.filter(({ providerId }) => providerId === id),
  }))
}

export const writeLimit = (tx: Tx, cityId: string, providerId: string, monthlyCents: number) =>
  tx
    .insertInto('smsLimits')
    .values({ cityId, providerId, monthlyCents })
    .onConflict(conflict => conflict.columns(['cityId', 'providerId']).doUpdateSet({ monthlyCents }))
    .execute()
