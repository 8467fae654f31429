import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { storedMessages, told } from './stored-messages.ts'

/** Some of what somebody has to say by telephone: no e-mail, or one that could not be delivered. Oldest first. */
export const listToCall = async (
  tx: Tx,
  cityId: string,
  { after, limit }: { after: string | undefined; limit: number },
) => {
  const rows = await storedMessages(tx, cityId)
    .where(toCall)
    .$if(after !== undefined, query =>
      query.where(
        sql<boolean>`(messages.created_at, messages.id) > (select a.created_at, a.id from messages a
          where a.city_id = ${cityId} and a.id = ${after})`,
      ),
    )
    .orderBy('createdAt')
    .orderBy('messages.id')
    .limit(limit)
    .execute()
  return rows.map(told)
}

/** How much of it there is at each centre. */
export const countToCall = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('messages')
    .select(({ fn }) => ['centreId', fn.countAll<number>().as('amount')])
    .where('cityId', '=', cityId)
    .where(toCall)
    .groupBy('centreId')
    .execute()

/** Of these messages those that are to be said, the oldest first. */
export const findToCall = async (tx: Tx, cityId: string, ids: readonly string[]) => {
  const rows = await storedMessages(tx, cityId)
    .where('messages.id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where(toCall)
    .orderBy('createdAt')
    .execute()
  return rows.map(told)
}

/** Those of them that still stand there, kept locked until the end, so that two colleagues do not both pass one on. */
export const lockToCall = async (tx: Tx, cityId: string, ids: readonly string[]) => {
  const rows = await storedMessages(tx, cityId)
    .where('messages.id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .where(toCall)
    .orderBy('messages.id')
    .forUpdate('messages')
    .execute()
  return rows.map(told)
}

// A locked family is not called, and nobody hears of an offered place that she has answered or that has lapsed. Of a
// letter that came back nobody knows any more whose it was. A code that did not get there is no news: the family is
// called for what waits behind it. A notice on a phone only came besides.
const toCall = sql<boolean>`messages.state in ('by-hand', 'failed', 'bounced')
  and (messages.state <> 'bounced' or messages.registration_id is not null)
  and not (messages.kind = 'letter' and messages.facts ? 'isAnswer') and messages.channel <> 'push'
  and not (messages.kind = 'place-offered' and not exists (select from registrations r
    where r.city_id = messages.city_id and r.id = messages.registration_id and r.state = 'offered'))
  and not exists (select from registrations r join households h on h.city_id = r.city_id and h.id = r.household_id
    where r.city_id = messages.city_id and r.id = messages.registration_id and h.locked_at is not null)`
