import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { type Entry, findSession, findSessions } from '../programme/index.ts'
import { type Door, datesUntil, type Invitation } from './invitation.ts'
import { mayInvite } from './permissions.ts'
import { findDoor } from './store/doors.ts'
import * as store from './store/invitations.ts'
import { listTallies } from './store/tallies.ts'

/** To what a family is asked, as it stands today. */
export type Asked = { entry: Entry } | { weekday: number; starts: Temporal.PlainTime }
/** Without `asked` its date does not take place: it cannot be printed, and what was handed on counts all the same. */
export type GivenOut = Invitation & { asked: Asked | undefined }

/** What a centre has given out and still counts, how many came by it in a year, and its door. */
export const readInvitations = async (context: Context, { centreId }: Pick<CentreRef, 'centreId'>) => {
  requireThat(mayInvite(context.actor, { centreId }))
  const today = todayIn(context)
  const whose = { cityId: context.city.id, centreId }
  const { invitations, ...rest } = await inTransaction(context, async tx => {
    const [invitations, tally, door] = await Promise.all([
      store.listInvitations(tx, whose, today),
      listTallies(tx, whose, today.with({ day: 1 }).subtract({ months: 11 })),
      findDoor(tx, whose),
    ])
    return { invitations, tally, door }
  })
  const given = await Promise.all(invitations.map(invitation => withWhatItAsksTo(context, invitation)))
  return { ...rest, given }
}

/** The dates of the next weeks to which a family can be asked: at the centre, and not cancelled. */
export const readDates = async (context: Context, centreSlug: string): Promise<Entry[]> => {
  const from = todayIn(context)
  const entries = await findSessions(context, { from, until: datesUntil(from), centre: centreSlug })
  return entries.filter(({ way, session }) => way === 'on-site' && session && !session.cancelled)
}

export type TearOffsToPrint = GivenOut & { codes: string[]; door: Door | undefined }

/** Invitations with the codes of the tear-offs that nobody has brought yet. */
export const readTearOffs = async (context: Context, id: string): Promise<TearOffsToPrint> => {
  const cityId = context.city.id
  const { invitation, ...rest } = await inTransaction(context, async tx => {
    const invitation = orNotFound(await store.findInvitation(tx, cityId, id))
    requireThat(mayInvite(context.actor, invitation))
    const [codes, door] = await Promise.all([
      store.listCodes(tx, cityId, id),
      findDoor(tx, { cityId, centreId: invitation.centreId }),
    ])
    return { invitation, codes, door }
  })
  return { ...(await withWhatItAsksTo(context, invitation)), ...rest }
}

/** The picture of the own centre's door. */
export const readDoorPicture = async (context: Context, { centreId }: Pick<CentreRef, 'centreId'>) => {
  requireThat(mayInvite(context.actor, { centreId }))
  const door = await inTransaction(context, tx => findDoor(tx, { cityId: context.city.id, centreId }))
  return orNotFound(door).bytes
}

const withWhatItAsksTo = async (context: Context, invitation: Invitation): Promise<GivenOut> => {
  const { weekday, starts, sessionId } = invitation
  if (weekday !== null && starts !== null) return { ...invitation, asked: { weekday, starts } }
  const entry = sessionId ? await findSession(context, sessionId) : undefined
  const takesPlace = entry?.session && !entry.session.cancelled
  return { ...invitation, asked: takesPlace ? { entry } : undefined }
}
