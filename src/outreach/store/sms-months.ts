import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** What the SMS of a provider may cost in a month, unless it decides otherwise: about two hundred and fifty of them. */
const usualMonthlyCents = 2000

/** Codes for numbers that nobody has proved yet may cost this part of the month, and on one day this part. */
const [monthsForCodes, daysForCodes] = [3, 10]

type Payment = {
  cityId: string
  providerId: string
  day: Temporal.PlainDate
  cents: number
  /** Anybody may have asked for it: it has a small pot of its own within the month. */
  isCode: boolean
}

/**
 * Pays for one SMS if the month still can, and the pot of codes where it is one, in one statement, so that two at a time
 * cannot both have the last cents.
 */
export const pay = async (tx: Tx, { cityId, providerId, day, cents, isCode }: Payment) => {
  const limit = sql`coalesce((select monthly_cents from sms_limits
    where city_id = ${cityId} and provider_id = ${providerId}), ${usualMonthlyCents})`
  const today = sql`(case when so_far.code_day = ${day.toString()} then so_far.code_day_cents else 0 end)`
  const codeCents = sql`${isCode ? cents : 0}::integer`
  const { rows } = await sql`
    insert into sms_months as so_far (city_id, provider_id, month, messages, cents, code_cents, code_day, code_day_cents)
    select ${cityId}, ${providerId}, ${monthOf(day)}, 1, ${cents}, ${codeCents}, ${day.toString()}, ${codeCents}
      where ${cents} <= ${limit} and ${codeCents} * ${sql.lit(daysForCodes)} <= ${limit}
    on conflict (city_id, provider_id, month)
      do update set messages = so_far.messages + 1, cents = so_far.cents + excluded.cents,
        code_cents = so_far.code_cents + excluded.code_cents, code_day = excluded.code_day,
        code_day_cents = ${today} + excluded.code_day_cents
      where so_far.cents + excluded.cents <= ${limit}
        and (${codeCents} = 0 or (so_far.code_cents + ${codeCents}) * ${sql.lit(monthsForCodes)} <= ${limit}
          and (${today} + ${codeCents}) * ${sql.lit(daysForCodes)} <= ${limit})
    returning 1`.execute(tx)
  return rows.length > 0
}

/** An SMS that did not go is not paid for. */
export const payBack = (tx: Tx, { cityId, providerId, day, cents, isCode }: Payment) => {
  const codeCents = sql`${isCode ? cents : 0}::integer`
  return sql`
    update sms_months set messages = messages - 1, cents = cents - ${cents}, code_cents = code_cents - ${codeCents},
      code_day_cents = case when code_day = ${day.toString()} then code_day_cents - ${codeCents} else code_day_cents end
    where city_id = ${cityId} and provider_id = ${providerId} and month = ${monthOf(day)}`.execute(tx)
}

const monthOf = (day: Temporal.PlainDate) => day.with({ day: 1 }).toString()

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
