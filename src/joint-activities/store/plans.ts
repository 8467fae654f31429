import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { JointPlan } from '../forms.ts'
import type { Standing } from '../joint-activity.ts'

export type PlannedOffer = NonNullable<Awaited<ReturnType<typeof findOffer>>>

/** The offer that is done together, and whether families register for each of its dates. */
export const findOffer = (tx: Tx, { city, language }: Pick<Context, 'city' | 'language'>, slug: string) =>
  tx
    .selectFrom('offers as o')
    .innerJoin('offerTexts as t', join =>
      join.onRef('t.cityId', '=', 'o.cityId').onRef('t.offerId', '=', 'o.id'),
    )
    .select(['o.id', 'o.slug', 'o.providerId', 'o.centreId', 'o.kind', 'o.registration'])
    .select(['t.title', 't.language as titleLanguage'])
    .where('o.cityId', '=', city.id)
    .where('o.slug', '=', slug)
    .orderBy(sql`t.language = ${language} desc, t.language = o.source_language desc, t.language`)
    .limit(1)
    .executeTakeFirst()

type Inscribed = { language: string; words: string }
export type StoredPlan = {
  minimum: number | null
  daysBefore: number | null
  meetingPoint: Inscribed[]
  things: { id: string; needed: number; names: Inscribed[]; mostTaken: number }[]
}

/** The plan as it was typed, with how many families of one date bring each thing at most. */
export const findPlan = async (tx: Tx, cityId: string, offerId: string): Promise<StoredPlan | undefined> => {
  const { rows } = await sql<StoredPlan>`
    select j.minimum, j.decide_days_before as days_before,
      (select coalesce(json_agg(json_build_object('language', w.language, 'words', w.words)), '[]')
        from meeting_point_texts w where w.city_id = j.city_id and w.offer_id = j.offer_id) as meeting_point,
      (select coalesce(json_agg(json_build_object('id', b.id, 'needed', b.needed,
          'names', (select json_agg(json_build_object('language', n.language, 'words', n.name)) from thing_texts n
            where n.city_id = b.city_id and n.thing_id = b.id),
          'mostTaken', (select coalesce(max(taken), 0) from (select count(*) as taken from things_taken t
            where t.city_id = b.city_id and t.thing_id = b.id group by t.intake_id) counts)) order by b.id), '[]')
        from things_to_bring b where b.city_id = j.city_id and b.offer_id = j.offer_id) as things
    from joint_activities j where j.city_id = ${cityId} and j.offer_id = ${offerId}`.execute(tx)
  return rows[0]
}

type Where = { cityId: string; providerId: string; centreId: string; offerId: string }

/** The day of decision counts from the moment at which it was said. */
export const putActivity = (
  tx: Tx,
  where: Where,
  { minimum, daysBefore }: Pick<JointPlan, 'minimum' | 'daysBefore'>,
  now: Temporal.Instant,
) =>
  sql`
  insert into joint_activities (city_id, provider_id, centre_id, offer_id, minimum, decide_days_before, decides_since)
  values (${where.cityId}, ${where.providerId}, ${where.centreId}, ${where.offerId}, ${minimum}, ${daysBefore},
    ${now.toString()})
  on conflict (city_id, offer_id) do update set minimum = excluded.minimum,
    decide_days_before = excluded.decide_days_before,
    decides_since = case when (joint_activities.minimum, joint_activities.decide_days_before)
      is distinct from (excluded.minimum, excluded.decide_days_before)
      then excluded.decides_since else joint_activities.decides_since end`.execute(tx)

export const putMeetingPoint = async (tx: Tx, { cityId, offerId }: Where, texts: Record<string, string>) => {
  await tx
    .deleteFrom('meetingPointTexts')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .execute()
  const rows = written(texts).map(([language, words]) => ({ cityId, offerId, language, words }))
  if (rows.length > 0) await tx.insertInto('meetingPointTexts').values(rows).execute()
}

/** Numbers the families that bring a thing from one on, date by date, so that the need can fall to how many they are. */
export const renumberTaken = (tx: Tx, { cityId, offerId }: Where) =>
  sql`
  update things_taken t set number = n.number from (
    select registration_id, thing_id,
      row_number() over (partition by thing_id, intake_id order by number)::integer as number
    from things_taken where city_id = ${cityId} and offer_id = ${offerId}) n
  where t.city_id = ${cityId} and t.registration_id = n.registration_id and t.thing_id = n.thing_id
    and t.number <> n.number`.execute(tx)

/** Locked, so that no family takes one while fewer are going to be needed. */
export const lockThings = (tx: Tx, { cityId, offerId }: Where) =>
  tx
    .selectFrom('thingsToBring')
    .select('id')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .forUpdate()
    .execute()

export const putThing = async (tx: Tx, where: Where, { id, name, needed }: JointPlan['things'][number]) => {
  const { cityId, offerId } = where
  const { id: thingId } = id
    ? await tx
        .updateTable('thingsToBring')
        .set({ needed })
        .where('cityId', '=', cityId)
        .where('offerId', '=', offerId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirstOrThrow()
    : await tx
        .insertInto('thingsToBring')
        .values({ ...where, needed })
        .returning('id')
        .executeTakeFirstOrThrow()
  await tx.deleteFrom('thingTexts').where('cityId', '=', cityId).where('thingId', '=', thingId).execute()
  await tx
    .insertInto('thingTexts')
    .values(written(name).map(([language, words]) => ({ cityId, offerId, thingId, language, name: words })))
    .execute()
}

export const dropThings = async (tx: Tx, { cityId }: Where, ids: readonly string[]) => {
  if (ids.length > 0)
    await tx.deleteFrom('thingsToBring').where('cityId', '=', cityId).where('id', 'in', ids).execute()
}

export type StaffDate = {
  sessionId: string
  heldOn: Temporal.PlainDate
  startsAt: Temporal.Instant
  state: 'planned' | 'cancelled'
  families: number
  /** Null where nothing is decided on: no minimum, or its day was over when it was said. */
  decidedAt: Temporal.Instant | null
  standing: Standing | null
  isDecided: boolean
  isByItself: boolean
}

/** The coming dates with how many families have a place. */
export const listDates = async (
  tx: Tx,
  { city, now }: Pick<Context, 'city' | 'now'>,
  offerId: string,
): Promise<StaffDate[]> => {
  const { rows } = await sql<StaffDate>`
    select s.id as session_id, s.held_on, s.starts_at, s.state, d.outcome is not null as is_decided,
      coalesce(d.is_by_itself, false) as is_by_itself,
      (select count(*)::integer from intakes i join registrations r on r.city_id = i.city_id and r.intake_id = i.id
        where i.city_id = s.city_id and i.session_id = s.id and r.state = 'confirmed') as families,
      case when at.moment > j.decides_since then at.moment end as decided_at,
      case when d.outcome is not null then d.outcome
        when at.moment > j.decides_since then joint_standing(s.city_id, s.id) end as standing
    from sessions s
    left join joint_activities j on j.city_id = s.city_id and j.offer_id = s.offer_id
    left join joint_decisions d on d.city_id = s.city_id and d.session_id = s.id
    cross join lateral (select joint_decision_at(s.held_on, j.decide_days_before, ${city.timeZone}) as moment) at
    where s.city_id = ${city.id} and s.offer_id = ${offerId} and s.starts_at > ${now.toString()}::timestamptz
    order by s.starts_at limit 6`.execute(tx)
  return rows
}

const written = (texts: Record<string, string>) => Object.entries(texts).filter(([, words]) => words !== '')
