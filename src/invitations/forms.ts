import * as v from 'valibot'
import { chosen, id, optionalId, optionalTime, text, yes } from '../platform/web/form-fields.ts'
import { languages } from '../platform/wording/wording.ts'
import { type Inviting, mostSheets } from './invitation.ts'

const weekdays = ['', '1', '2', '3', '4', '5', '6', '7'] as const
const sheets = Array.from({ length: mostSheets }, (_, index) => String(index + 1))

/** Whoever is named has said so; and a family is asked to one date or to a time of every week. */
export const inviteForm = v.pipe(
  v.object({
    partner: id(),
    called: text(40),
    agreed: yes,
    session: optionalId,
    weekday: v.optional(v.picklist(weekdays, 'missing'), ''),
    starts: optionalTime,
    sheets: chosen(sheets),
  }),
  v.forward(
    v.partialCheck([['called'], ['agreed']], ({ called, agreed }) => called === '' || agreed, 'agreed'),
    ['agreed'],
  ),
  v.forward(
    v.partialCheck(
      [['session'], ['weekday']],
      ({ session, weekday }) => session !== '' || weekday !== '',
      'missing',
    ),
    ['weekday'],
  ),
  v.forward(
    v.partialCheck(
      [['session'], ['starts']],
      ({ session, starts }) => session !== '' || starts !== null,
      'missing',
    ),
    ['starts'],
  ),
  v.transform(({ partner, called, session, weekday, starts, sheets: amount }): Inviting => {
    const to = session || starts === null ? { sessionId: session } : { weekday: Number(weekday), starts }
    return { partnerId: partner, called, to, sheets: Number(amount) }
  }),
)

export const doorForm = v.object({ looks: v.object(v.entriesFromList(languages, text(160))) })
