import type { Context } from '../identity/index.ts'
import type { Paragraph } from '../outreach/index.ts'
import { listPosted, type PostedSession } from '../planning/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inOwnDirection } from '../platform/wording/own-direction.ts'
import { type Wording, wordingFor } from '../platform/wording/wording.ts'
import { paths } from './paths.ts'
import { weekAfter } from './sunday.ts'

type About = { centre: { centreId: string; name: string }; sunday: Temporal.PlainDate; link: string }

/** The week of a centre as a letter in the reader's language: a paragraph for each day on which something is on. */
export const letterOf = async (
  tx: Tx,
  context: Pick<Context, 'city' | 'language'>,
  { centre, sunday, link }: About,
) => {
  const { language, city } = context
  const wording = wordingFor(language, city.timeZone)
  const { t, dayAndMonth } = wording
  const { from, until } = weekAfter(sunday)
  const posted = await listPosted(tx, context, centre.centreId, { from, until })
  const days = Map.groupBy(posted, ({ heldOn }) => heldOn.toString())
  const week = { centre: centre.name, from: dayAndMonth(from), until: dayAndMonth(until) }
  const paragraphs: Paragraph[] = [
    { words: t(days.size > 0 ? 'weekLetter.lead' : 'weekLetter.nothing', week) },
    ...[...days].map(([day, sessions]) => ({ words: dayInWords(day, sessions, wording) })),
    { words: t('weekLetter.stop'), address: paths.own(language, link) },
  ]
  return { subject: t('weekLetter.subject', week), paragraphs, stopAddress: paths.stop(language, link) }
}

const dayInWords = (day: string, sessions: readonly PostedSession[], wording: Wording) =>
  [wording.day(Temporal.PlainDate.from(day)), ...sessions.map(session => lineOf(session, wording))].join('\n')

const lineOf = (session: PostedSession, wording: Wording) => {
  const { starts, ends, title, place, cancelReason } = session
  const { t, time, hours, direction, joined } = wording
  return joined([
    ends ? hours(starts, ends) : time(starts),
    inOwnDirection(title, direction),
    place !== '' && inOwnDirection(place, direction),
    cancelReason !== null && t('weekLetter.cancelled'),
  ])
}
