import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { Introduction } from '../introduction.ts'

type Place = CentreRef & { cityId: string }
type Mine = Place & { accountId: string }

export const findIntroduction = async (tx: Tx, whose: Mine): Promise<Introduction | undefined> => {
  const row = await introductionsOf(tx, whose)
    .select(['id', 'name', 'standsAs', 'languages'])
    .executeTakeFirst()
  if (!row) return undefined
  const texts = await tx
    .selectFrom('introductionTexts')
    .select(['language', 'whenThere'])
    .where('cityId', '=', whose.cityId)
    .where('introductionId', '=', row.id)
    .execute()
  const { id: _, ...introduction } = row
  return {
    ...introduction,
    whenThere: Object.fromEntries(texts.map(({ language, whenThere }) => [language, whenThere])),
  }
}

export const writeIntroduction = async (
  tx: Tx,
  whose: Mine & { consentedAt: Temporal.Instant },
  { whenThere, ...introduction }: Introduction,
) => {
  const { cityId, consentedAt } = whose
  const { id } = await tx
    .insertInto('introductions')
    .values({ ...whose, ...introduction })
    .onConflict(conflict =>
      conflict.columns(['cityId', 'centreId', 'accountId']).doUpdateSet({ ...introduction, consentedAt }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .deleteFrom('introductionTexts')
    .where('cityId', '=', cityId)
    .where('introductionId', '=', id)
    .execute()
  const texts = Object.entries(whenThere).flatMap(([language, words]) =>
    words ? [{ cityId, introductionId: id, language, whenThere: words }] : [],
  )
  if (texts.length > 0) await tx.insertInto('introductionTexts').values(texts).execute()
  return id
}

/** Says which entry is gone, if there was one. */
export const deleteIntroduction = async (tx: Tx, { cityId, centreId, accountId }: Mine) => {
  const gone = await tx
    .deleteFrom('introductions')
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('accountId', '=', accountId)
    .returning('id')
    .executeTakeFirst()
  return gone?.id
}

const introductionsOf = (tx: Tx, { cityId, centreId, accountId }: Mine) =>
  tx
    .selectFrom('introductions')
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('accountId', '=', accountId)

export const findClosedTexts = async (tx: Tx, { cityId, centreId }: Place) => {
  const rows = await tx
    .selectFrom('closedTexts')
    .select(['language', 'words'])
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .execute()
  return Object.fromEntries(rows.map(({ language, words }) => [language, words]))
}

export const writeClosedTexts = async (
  tx: Tx,
  { cityId, providerId, centreId }: Place,
  byLanguage: Record<string, string>,
) => {
  await tx.deleteFrom('closedTexts').where('cityId', '=', cityId).where('centreId', '=', centreId).execute()
  const texts = Object.entries(byLanguage).flatMap(([language, words]) =>
    words ? [{ cityId, providerId, centreId, language, words }] : [],
  )
  if (texts.length > 0) await tx.insertInto('closedTexts').values(texts).execute()
}

/** Entries of people who lead the centre no longer, and whose they were. */
export const deleteIntroductions = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'introductions', { cityId, hasEnded: sql`not exists (${leadingOn(today)})`, limit })

const leadingOn = (today: Temporal.PlainDate) => sql`
  select from memberships m
  where m.city_id = introductions.city_id and m.centre_id = introductions.centre_id
    and m.account_id = introductions.account_id and m.role = 'centre-lead' and m.valid @> ${today.toString()}::date`
