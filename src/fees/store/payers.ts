import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Coming, Level, Price } from '../fee.ts'

/** A registration for something that has a price, and what was paid for it. */
export type PayerRow = CentreRef &
  Price & {
    id: string
    offerId: string
    intakeId: string
    called: string
    level: Level
    counts: Coming['counts']
    adults: number
    children: number
    babies: number
    dates: number
    paidCents: number
  }

/** Nothing where no such registration has a place, or where it costs nothing. */
export const findPayer = async (tx: Tx, cityId: string, registrationId: string) =>
  (await payersWhere(tx, cityId, sql`r.id = ${registrationId}`))[0]

/** Everybody who has a place there, in the order of names. */
export const listPayers = (tx: Tx, cityId: string, intakeId: string) =>
  payersWhere(tx, cityId, sql`r.intake_id = ${intakeId}`)

const payersWhere = async (tx: Tx, cityId: string, condition: ReturnType<typeof sql>) => {
  const { rows } = await sql<PayerRow>`
    select r.id, r.provider_id, r.centre_id, r.offer_id, r.intake_id,
      case when h.locked_at is null then h.called else '—' end as called, r.adults, r.children, r.babies,
      o.counts, o.price_cents, o.price_per, p.cents as reduced_cents, coalesce(f.level, 'full') as level,
      case when i.session_id is not null then 1 else (select count(*) from sessions s
        where s.city_id = i.city_id and s.offer_id = i.offer_id and s.state = 'planned')::int end as dates,
      coalesce((select sum(case e.kind when 'payment' then e.cents else -e.cents end) from cash_entries e
        where e.city_id = r.city_id and e.registration_id = r.id), 0)::int as paid_cents
    from registrations r
    join households h on h.city_id = r.city_id and h.id = r.household_id
    join intakes i on i.city_id = r.city_id and i.id = r.intake_id
    join offers o on o.city_id = r.city_id and o.id = r.offer_id
    left join reduced_prices p on p.city_id = o.city_id and p.offer_id = o.id and p.cents < o.price_cents
    left join fee_choices f on f.city_id = r.city_id and f.registration_id = r.id
    where r.city_id = ${cityId} and r.state = 'confirmed' and o.price_cents > 0 and ${condition}
    order by h.called collate "de-x-icu", r.id`.execute(tx)
  return rows
}

export const writeLevel = (
  tx: Tx,
  cityId: string,
  { id, providerId, centreId }: CentreRef & { id: string },
  level: Level,
) =>
  tx
    .insertInto('feeChoices')
    .values({ cityId, registrationId: id, providerId, centreId, level })
    .onConflict(conflict => conflict.columns(['cityId', 'registrationId']).doUpdateSet({ level }))
    .execute()

/** What the paper for a Jobcenter says of a registration. */
export type Attending = {
  title: string
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate
  dates: number
  centre: string
  centreAddress: string
  provider: string
  childNames: string[]
}

export const findAttending = async (tx: Tx, cityId: string, registrationId: string) => {
  const { rows } = await sql<Attending>`
    select (select t.title from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
        order by t.language = o.source_language desc, t.language limit 1) as title,
      i.age_on as first_on, i.last_on, d.dates, c.name as centre,
      concat_ws(', ', nullif(c.street, ''), nullif(concat_ws(' ', c.postal_code, c.town), '')) as centre_address,
      p.name as provider,
      array(select k.first_name from registration_children rc
        join household_children k on k.city_id = rc.city_id and k.id = rc.child_id
        where rc.city_id = r.city_id and rc.registration_id = r.id order by k.born_in, k.first_name) as child_names
    from registrations r
    join intakes i on i.city_id = r.city_id and i.id = r.intake_id
    join offers o on o.city_id = r.city_id and o.id = r.offer_id
    join centres c on c.city_id = r.city_id and c.id = r.centre_id
    join providers p on p.city_id = r.city_id and p.id = r.provider_id
    cross join lateral (select case when i.session_id is not null then 1 else count(*) end::int as dates
      from sessions s where s.city_id = i.city_id and s.offer_id = i.offer_id and s.state = 'planned') d
    where r.city_id = ${cityId} and r.id = ${registrationId}`.execute(tx)
  return rows[0]
}
