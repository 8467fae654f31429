import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

export type OnlineLink = { sessionId: string | null; heldOn: Temporal.PlainDate | null; address: string }

/** The link of all dates first, then those of single ones. */
export const listLinks = (tx: Tx, cityId: string, offerId: string): Promise<OnlineLink[]> =>
  tx
    .selectFrom('onlineLinks as l')
    .leftJoin('sessions as s', join =>
      join.onRef('s.cityId', '=', 'l.cityId').onRef('s.id', '=', 'l.sessionId'),
    )
    .select(['l.sessionId', 'l.address', 's.heldOn'])
    .where('l.cityId', '=', cityId)
    .where('l.offerId', '=', offerId)
    .orderBy('s.startsAt', order => order.asc().nullsFirst())
    .execute()

type Which = { cityId: string; offerId: string; sessionId: string | null }

export const putLink = (tx: Tx, link: Which & { providerId: string; centreId: string; address: string }) =>
  tx
    .insertInto('onlineLinks')
    .values(link)
    .onConflict(conflict =>
      conflict.columns(['cityId', 'offerId', 'sessionId']).doUpdateSet({ address: link.address }),
    )
    .execute()

export const dropLink = (tx: Tx, { cityId, offerId, sessionId }: Which) =>
  tx
    .deleteFrom('onlineLinks')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('sessionId', 'is not distinct from', sessionId)
    .execute()

/** A date of this very offer. */
export const findDate = (tx: Tx, { cityId, offerId, sessionId }: Which & { sessionId: string }) =>
  tx
    .selectFrom('sessions')
    .select('id')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('id', '=', sessionId)
    .executeTakeFirst()

/** Links that open nothing any more: their date, or the last date of their offer, is over. */
export const deleteOnlineLinks = async (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) => {
  const { rows } = await sql<{ providerId: string }>`
    delete from online_links where city_id = ${cityId} and ctid = any (array(
      select l.ctid from online_links l where l.city_id = ${cityId} and not exists (select from sessions s
        where s.city_id = l.city_id and s.offer_id = l.offer_id and s.held_on >= ${today}
          and (l.session_id is null or s.id = l.session_id))
      limit ${limit}))
    returning provider_id`.execute(tx)
  return rows
}
