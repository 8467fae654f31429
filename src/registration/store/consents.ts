import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import { type Medium, type Pictured, photoTextVersion } from '../consents/photo-consent.ts'
import type { Answered } from '../offer-questions/offer-question.ts'
import type { Registration } from '../registration.ts'
import { listChildrenOf } from './households.ts'

export type Needs = { words: string; withAssistant: boolean }
type Photo = { childId: string | null; medium: Medium; childAgreed: boolean }

export const findConsents = async (tx: Tx, cityId: string, registrationId: string) => {
  const [isNeedsKept, photos, children] = await Promise.all([
    hasNeeds(tx, cityId, registrationId),
    sql<Photo>`select child_id, medium, child_agreed from photo_consents
      where city_id = ${cityId} and registration_id = ${registrationId}`.execute(tx),
    listChildrenOf(tx, cityId, registrationId),
  ])
  return { isNeedsKept, photos: photos.rows, children }
}

/** Whether something is kept; never what. */
export const hasNeeds = async (tx: Tx, cityId: string, registrationId: string) =>
  (await tx
    .selectFrom('registrationNeeds')
    .select('registrationId')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()) !== undefined

type Of = Pick<Registration, 'id' | 'providerId' | 'centreId'>

export const replaceNeeds = async (
  tx: Tx,
  cityId: string,
  { id: registrationId, providerId, centreId }: Of,
  { needs, now }: { needs: Needs | null; now: Temporal.Instant },
) => {
  await tx
    .deleteFrom('registrationNeeds')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .execute()
  if (!needs) return
  await tx
    .insertInto('registrationNeeds')
    .values({ ...needs, cityId, registrationId, providerId, centreId, consentedAt: now })
    .execute()
}

export const replacePhotos = async (
  tx: Tx,
  cityId: string,
  { id: registrationId, providerId, centreId }: Of,
  { people, now, language }: { people: readonly Pictured[]; now: Temporal.Instant; language: string },
) => {
  await tx
    .deleteFrom('photoConsents')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .execute()
  const whose = { cityId, registrationId, providerId, centreId }
  const said = { textVersion: photoTextVersion, language, givenAt: now }
  const rows = people.flatMap(({ childId, childAgreed, media }) =>
    media.map(medium => ({ ...whose, ...said, childId, childAgreed, medium })),
  )
  if (rows.length > 0) await tx.insertInto('photoConsents').values(rows).execute()
}

/** A question in the language in which it was asked, and what was answered. */
export type Said = Pick<Answered, 'words' | 'kind' | 'answer' | 'language'>

/** What whoever leads a group must know of a registration: needs, who may be pictured for what, what it answered. */
export type ToKnow = {
  needs: Needs | null
  photos: { name: string | null; media: Medium[] }[]
  answers: Said[]
}

/** What a family answered, in the order in which it was asked; `r` is its registration. */
export const answersOf = sql`coalesce((select json_agg(json_build_object('words', q.words, 'kind', q.kind, 'answer', a.words,
        'language', q.language)
      order by q.place) from offer_answers a
    join offer_questions q on q.city_id = a.city_id and q.id = a.question_id
    where a.city_id = r.city_id and a.registration_id = r.id), '[]') as answers`

/** By registration; those of whom there is nothing to know are left out. */
export const listToKnow = async (tx: Tx, cityId: string, intakeId: string) => {
  const { rows } = await sql<ToKnow & { id: string }>`
    select r.id,
      (select json_build_object('words', n.words, 'withAssistant', n.with_assistant) from registration_needs n
        where n.city_id = r.city_id and n.registration_id = r.id) as needs,
      coalesce((select json_agg(json_build_object('name', name, 'media', media) order by name) from (
        select c.first_name as name, array_agg(p.medium order by p.medium) as media from photo_consents p
        left join household_children c on c.city_id = p.city_id and c.id = p.child_id
        where p.city_id = r.city_id and p.registration_id = r.id group by p.child_id, c.first_name) each), '[]') as photos,
      ${answersOf}
    from registrations r
    where r.city_id = ${cityId} and r.intake_id = ${intakeId} and r.state = 'confirmed'`.execute(tx)
  return new Map(rows.map(({ id, ...toKnow }) => [id, toKnow]))
}

/** What children needed for something that is over, or where they have no place any more. */
export const deleteNeeds = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'registrationNeeds', {
    cityId,
    hasEnded: withoutPlace('registration_needs', today),
    limit,
  })

/** What hangs on a registration that has no place, or whose last date is over. */
export const withoutPlace = (table: string, today: Temporal.PlainDate) => sql<boolean>`
  not exists (select from registrations r
    join intakes i on i.city_id = r.city_id and i.id = r.intake_id
    where r.city_id = ${sql.table(table)}.city_id and r.id = registration_id and r.state = 'confirmed'
      and i.last_on >= ${today.toString()}::date)`
