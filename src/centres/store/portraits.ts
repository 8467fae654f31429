import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Portrait } from '../portrait.ts'

type Mine = CentreRef & { cityId: string; accountId: string }

/** Puts it in place of the one before; says beside which entry. Undefined when there is none. */
export const writePortrait = async (tx: Tx, whose: Mine, { mark, bytes }: Portrait) => {
  const written = await tx
    .insertInto('introductionPictures')
    .columns(['cityId', 'introductionId', 'mark', 'bytes'])
    .expression(
      entryOf(tx, whose).select([
        'i.cityId',
        'i.id',
        sql<string>`${mark}::text`.as('mark'),
        sql<Buffer>`${bytes}::bytea`.as('bytes'),
      ]),
    )
    .onConflict(conflict => conflict.columns(['cityId', 'introductionId']).doUpdateSet({ mark, bytes }))
    .returning('introductionId')
    .executeTakeFirst()
  return written?.introductionId
}

/** Says beside which entry it stood, if there was one. */
export const deletePortrait = async (tx: Tx, whose: Mine) => {
  const gone = await tx
    .deleteFrom('introductionPictures')
    .where('cityId', '=', whose.cityId)
    .where('introductionId', 'in', entryOf(tx, whose).select('i.id'))
    .returning('introductionId')
    .executeTakeFirst()
  return gone?.introductionId
}

export const findPortraitMark = async (tx: Tx, whose: Mine) => {
  const found = await entryOf(tx, whose)
    .innerJoin('introductionPictures as p', join =>
      join.onRef('p.cityId', '=', 'i.cityId').onRef('p.introductionId', '=', 'i.id'),
    )
    .select('p.mark')
    .executeTakeFirst()
  return found?.mark
}

const entryOf = (tx: Tx, { cityId, centreId, accountId }: Mine) =>
  tx
    .selectFrom('introductions as i')
    .where('i.cityId', '=', cityId)
    .where('i.centreId', '=', centreId)
    .where('i.accountId', '=', accountId)

/** A picture that is shown today, by the name in its address. */
export const findPortrait = async ({ db, city }: Pick<Context, 'db' | 'city'>, mark: string) => {
  const found = await db
    .selectFrom('published.introductionPictures')
    .select('bytes')
    .where('cityId', '=', city.id)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return found?.bytes
}
