import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { JointActivity, JointDate } from '../joint-activity.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** What families read of a joint activity; undefined where there is nothing to say. */
export const findJointActivity = async (
  { db, city, language }: Reading,
  offerId: string,
): Promise<JointActivity | undefined> => {
  const { rows } = await sql<JointActivity>`
    select j.minimum,
      (select json_build_object('words', w.words, 'language', w.language) from published.meeting_point_texts w
        where w.city_id = j.city_id and w.offer_id = j.offer_id
        order by w.language = ${language} desc, w.language = 'de' desc limit 1) as meeting_point,
      (select coalesce(json_agg(json_build_object('id', b.id, 'needed', b.needed, 'name', n.name, 'language', n.language)
          order by b.id), '[]')
        from published.things_to_bring b
        cross join lateral (select n.name, n.language from published.thing_texts n
          where n.city_id = b.city_id and n.thing_id = b.id
          order by n.language = ${language} desc, n.language = 'de' desc limit 1) n
        where b.city_id = j.city_id and b.offer_id = j.offer_id) as things
    from published.joint_activities j where j.city_id = ${city.id} and j.offer_id = ${offerId}`.execute(db)
  return rows[0]
}

/** When the minimum of a date is decided on; undefined where none is. */
export const findJointDate = ({ db, city }: Reading, sessionId: string): Promise<JointDate | undefined> =>
  db
    .selectFrom('published.jointDates')
    .select(['decidedAt', 'standing'])
    .where('cityId', '=', city.id)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
