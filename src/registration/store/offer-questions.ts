import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { Answered, AskedQuestion, OfferQuestion } from '../offer-questions/offer-question.ts'
import type { Registration } from '../registration.ts'
import { withoutPlace } from './consents.ts'

export const listQuestions = async (tx: Tx, cityId: string, offerId: string) => {
  const { rows } = await sql<OfferQuestion>`
    select id, words, purpose, kind, choices, language from offer_questions
    where city_id = ${cityId} and offer_id = ${offerId} order by place`.execute(tx)
  return rows
}

type Whose = CentreRef & { cityId: string; offerId: string }
type Replacing = { questions: readonly (AskedQuestion & { id: string | undefined })[]; language: string }

/** Those with an id stay the same question. */
export const replaceQuestions = async (tx: Tx, whose: Whose, { questions, language }: Replacing) => {
  const { cityId, providerId, centreId, offerId } = whose
  const kept = questions.flatMap(({ id }) => (id ? [id] : []))
  await sql`delete from offer_questions
    where city_id = ${cityId} and offer_id = ${offerId} and id <> all (${kept}::uuid[])`.execute(tx)
  const rows = questions.map((question, index) => ({ ...question, place: index + 1 }))
  const known = rows.filter(({ id }) => id)
  await sql`update offer_questions q set purpose = said.purpose, place = said.place
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as said (id uuid, purpose text, place integer)
    where q.city_id = ${cityId} and q.id = said.id`.execute(tx)
  const added = rows.filter(({ id }) => !id)
  if (added.length > 0)
    await tx
      .insertInto('offerQuestions')
      .values(
        added.map(({ words, purpose, kind, choices, place }) => ({
          ...{ cityId, providerId, centreId, offerId, words, purpose, kind, choices, place, language },
        })),
      )
      .execute()
}

/** Asks the same at another offer of the same centre. */
export const copyQuestions = async (tx: Tx, cityId: string, { from, to }: { from: string; to: string }) => {
  await sql`insert into offer_questions (city_id, provider_id, centre_id, offer_id, place, words, purpose, kind, choices, language)
    select q.city_id, q.provider_id, q.centre_id, o.id, q.place, q.words, q.purpose, q.kind, q.choices, q.language
    from offer_questions q
    join offers o on o.city_id = q.city_id and o.id = ${to} and o.centre_id = q.centre_id
    where q.city_id = ${cityId} and q.offer_id = ${from}`.execute(tx)
}

/** What the offer of a registration asks, with what the family answered. */
export const listAnswered = async (tx: Tx, cityId: string, registrationId: string) => {
  const { rows } = await sql<Answered>`
    select q.id, q.words, q.purpose, q.kind, q.choices, q.language, coalesce(a.words, '') as answer
    from registrations r
    join offer_questions q on q.city_id = r.city_id and q.offer_id = r.offer_id
    left join offer_answers a on a.city_id = r.city_id and a.registration_id = r.id and a.question_id = q.id
    where r.city_id = ${cityId} and r.id = ${registrationId}
    order by q.place`.execute(tx)
  return rows
}

type Answering = { answers: readonly { questionId: string; words: string }[]; now: Temporal.Instant }

export const replaceAnswers = async (
  tx: Tx,
  cityId: string,
  { id: registrationId, providerId, centreId }: Registration,
  { answers, now }: Answering,
) => {
  await tx
    .deleteFrom('offerAnswers')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .execute()
  const whose = { cityId, providerId, centreId, registrationId, answeredAt: now }
  if (answers.length > 0)
    await tx
      .insertInto('offerAnswers')
      .values(answers.map(answer => ({ ...whose, ...answer })))
      .execute()
}

/** What was answered for something that is over, or where there is no place any more. */
export const deleteAnswers = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'offerAnswers', { cityId, hasEnded: withoutPlace('offer_answers', today), limit })
