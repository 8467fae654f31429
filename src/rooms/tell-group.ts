import type { Context } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import type { RoomRequest } from './request.ts'

type News = 'confirmed' | 'declined' | 'revoked' | 'moved' | 'asked-now'

/** Writes to a group that wants e-mail what became of its request; others read it on their page or are rung up. */
export const tellGroup = async (
  tx: Tx,
  context: Context,
  { providerId, centreId, language, wants, startsAt }: RoomRequest,
  news: News,
  reason = '',
) => {
  if (wants.reachBy !== 'email') return
  const reader = { providerId, centreId, language, email: wants.email }
  const letter = letterTo(reader, context.city.timeZone, ({ t, moment }) => ({
    subject: t(`rooms.letter.${news}.subject`),
    paragraphs: [
      { words: t(`rooms.letter.${news}.words`, { when: moment(startsAt) }) },
      ...(reason === '' ? [] : [{ words: reason }]),
    ],
  }))
  await notify(tx, context, letter)
}
