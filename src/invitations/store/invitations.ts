import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { Invitation, InvitedTo } from '../invitation.ts'

type Given = CentreRef & {
  cityId: string
  id: string
  partnerId: string
  called: string
  printed: number
  madeAt: Temporal.Instant
  goodUntil: Temporal.PlainDate
}

export const addInvitation = (tx: Tx, given: Given, to: InvitedTo) =>
  tx
    .insertInto('invitations')
    .values({ ...given, ...to })
    .execute()

/** Keeps the codes that nobody has on paper yet, and says how many of them these were. */
export const addCodes = async (
  tx: Tx,
  { cityId, providerId, centreId, invitationId }: CentreRef & { cityId: string; invitationId: string },
  codes: readonly string[],
) => {
  const kept = await tx
    .insertInto('invitationCodes')
    .values(codes.map(code => ({ cityId, providerId, centreId, invitationId, code })))
    .onConflict(conflict => conflict.doNothing())
    .returning('code')
    .execute()
  return kept.length
}

/** What was given out at a centre and still counts, the newest first. */
export const listInvitations = (
  tx: Tx,
  { cityId, centreId }: { cityId: string; centreId: string },
  today: Temporal.PlainDate,
): Promise<Invitation[]> =>
  invitations(tx, cityId)
    .where('i.centreId', '=', centreId)
    .where('i.goodUntil', '>=', today)
    .orderBy('i.madeAt', 'desc')
    .execute()

export const findInvitation = (tx: Tx, cityId: string, id: string): Promise<Invitation | undefined> =>
  invitations(tx, cityId).where('i.id', '=', id).executeTakeFirst()

/** Kept locked until the end, so that none of its codes is counted meanwhile. */
export const lockInvitation = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('invitations')
    .select(['id', 'providerId', 'centreId'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const listCodes = async (tx: Tx, cityId: string, invitationId: string) => {
  const rows = await tx
    .selectFrom('invitationCodes')
    .select('code')
    .where('cityId', '=', cityId)
    .where('invitationId', '=', invitationId)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** With its codes: none of them counts any more. */
export const deleteInvitation = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('invitations').where('cityId', '=', cityId).where('id', '=', id).execute()

/**
 * Takes a code out of the world and says of which invitation it was. To be good once needs no lock: of two that take
 * the same row one waits, and then finds none.
 */
export const takeCode = (
  tx: Tx,
  { cityId, code, today }: { cityId: string; code: string; today: Temporal.PlainDate },
) =>
  tx
    .deleteFrom('invitationCodes as c')
    .using('invitations as i')
    .whereRef('i.cityId', '=', 'c.cityId')
    .whereRef('i.id', '=', 'c.invitationId')
    .where('c.cityId', '=', cityId)
    .where('c.code', '=', code)
    .where('i.goodUntil', '>=', today)
    .returning(['i.id', 'i.providerId', 'i.centreId', 'i.partnerId'])
    .executeTakeFirst()

/** How the centre is called at which a code still counts, also where one may not count it. */
export const centreOfTearOff = async (
  tx: Tx,
  { cityId, code, today }: { cityId: string; code: string; today: Temporal.PlainDate },
) => {
  const { rows } = await sql<{ centre: string | null }>`
    select centre_of_tear_off(${cityId}, ${code}, ${today.toString()}) as centre`.execute(tx)
  return rows[0]?.centre ?? undefined
}

/** Deletes invitations whose last day is over, with their codes and who expected the families. */
export const deleteInvitations = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'invitations', { cityId, hasEnded: sql`good_until < ${today}`, limit })

const invitations = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('invitations as i')
    .leftJoin('networkPartners as p', join =>
      join.onRef('p.cityId', '=', 'i.cityId').onRef('p.id', '=', 'i.partnerId'),
    )
    .select(['i.id', 'i.providerId', 'i.centreId', 'p.name as partnerName', 'i.called', 'i.sessionId'])
    .select(['i.weekday', 'i.starts', 'i.printed', 'i.madeAt', 'i.goodUntil'])
    .select(({ selectFrom }) =>
      selectFrom('invitationCodes as c')
        .select(({ fn }) => fn.countAll<number>().as('left'))
        .whereRef('c.cityId', '=', 'i.cityId')
        .whereRef('c.invitationId', '=', 'i.id')
        .$asScalar()
        .$notNull()
        .as('left'),
    )
    .where('i.cityId', '=', cityId)
