import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** Dates whose day of decision has come, that have not begun, and on which nothing is decided yet. */
export const listDueDates = async (
  tx: Tx,
  { id: cityId, timeZone }: { id: string; timeZone: string },
  now: Temporal.Instant,
) => {
  const { rows } = await sql<{ sessionId: string }>`
    select s.id as session_id
    from joint_activities j
    join sessions s on s.city_id = j.city_id and s.offer_id = j.offer_id and s.state = 'planned'
    join offers o on o.city_id = j.city_id and o.id = j.offer_id and o.state = 'published'
      and o.registration = 'session'
    where j.city_id = ${cityId} and j.minimum is not null and s.starts_at > ${now.toString()}::timestamptz
      and joint_decision_at(s.held_on, j.decide_days_before, ${timeZone}) <= ${now.toString()}::timestamptz
      and joint_decision_at(s.held_on, j.decide_days_before, ${timeZone}) > j.decides_since
      and not exists (select from joint_decisions d where d.city_id = s.city_id and d.session_id = s.id)
    order by s.starts_at, s.id`.execute(tx)
  return rows.map(({ sessionId }) => sessionId)
}

/** The minimum that holds for a date, and what was decided; read while the date is locked. */
export const findRule = (tx: Tx, cityId: string, sessionId: string) =>
  tx
    .selectFrom('sessions as s')
    .innerJoin('jointActivities as j', join =>
      join.onRef('j.cityId', '=', 's.cityId').onRef('j.offerId', '=', 's.offerId'),
    )
    .leftJoin('jointDecisions as d', join =>
      join.onRef('d.cityId', '=', 's.cityId').onRef('d.sessionId', '=', 's.id'),
    )
    .select(['j.minimum', 'd.outcome'])
    .where('s.cityId', '=', cityId)
    .where('s.id', '=', sessionId)
    .executeTakeFirst()

export const putDecision = (
  tx: Tx,
  where: { cityId: string; providerId: string; centreId: string; offerId: string; sessionId: string },
  decision: {
    outcome: 'enough' | 'too-few' | 'anyway'
    families: number
    isByItself: boolean
    decidedAt: Temporal.Instant
  },
) =>
  tx
    .insertInto('jointDecisions')
    .values({ ...where, ...decision })
    .execute()

export type JointNews = {
  sessionId: string
  slug: string
  title: string
  titleLanguage: string
  offerId: string
  centreId: string
  heldOn: Temporal.PlainDate
  decidedAt: Temporal.Instant
  /** How many families are missing; null when it was called off by itself. */
  missing: number | null
}

/** Dates to come that will be decided within a week and lack families, and those that were called off by themselves. */
export const listNews = async (
  tx: Tx,
  { id: cityId, timeZone }: { id: string; timeZone: string },
  { now, language }: { now: Temporal.Instant; language: string },
): Promise<JointNews[]> => {
  const { rows } = await sql<JointNews>`
    select s.id as session_id, o.slug, t.title, t.language as title_language, o.id as offer_id, o.centre_id, s.held_on,
      at.moment as decided_at, case when d.outcome is null then j.minimum - f.families end as missing
    from joint_activities j
    join offers o on o.city_id = j.city_id and o.id = j.offer_id and o.state = 'published'
      and (o.centre_id = any (acting.centres()) or o.id = any (acting.offers()))
    join sessions s on s.city_id = j.city_id and s.offer_id = j.offer_id
    left join joint_decisions d on d.city_id = s.city_id and d.session_id = s.id
    cross join lateral (select joint_decision_at(s.held_on, j.decide_days_before, ${timeZone}) as moment) at
    cross join lateral (select count(r.id)::integer as families from intakes i
      left join registrations r on r.city_id = i.city_id and r.intake_id = i.id and r.state = 'confirmed'
      where i.city_id = s.city_id and i.session_id = s.id) f
    join lateral (select title, language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1) t on true
    where j.city_id = ${cityId} and s.starts_at > ${now.toString()}::timestamptz
      and ((d.outcome = 'too-few' and d.is_by_itself)
        or (d.outcome is null and s.state = 'planned' and f.families < j.minimum and at.moment > j.decides_since
          and at.moment between ${now.toString()}::timestamptz and ${now.add({ hours: 7 * 24 }).toString()}::timestamptz))
    order by s.starts_at, s.id limit 20`.execute(tx)
  return rows
}
