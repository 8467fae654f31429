import * as v from 'valibot'
import { cancelReasons } from '../../outreach/index.ts'
import {
  chosen,
  count,
  date,
  neededText,
  optionalTime,
  several,
  text,
  time,
} from '../../platform/web/form-fields.ts'
import { eases } from '../../programme/index.ts'
import { isAfter, linkFreePlace, spoken } from '../plan/forms.ts'
import { scopes } from './date-edit.ts'

const when = { heldOn: date, starts: time, ends: optionalTime }

/** A date as it shall be, and which others with it. */
export const dateForm = v.pipe(
  v.object({
    scope: chosen(scopes),
    ...when,
    place: linkFreePlace,
    leader: text(120),
    places: count(1, 1000),
    languages: spoken,
    eases: several(eases),
  }),
  v.forward(
    v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
    ['ends'],
  ),
)

export const cancelForm = v.pipe(
  v.object({ reason: chosen(cancelReasons), note: text(500) }),
  v.forward(
    v.check(({ reason, note }) => reason !== 'other' || note !== '', 'note-missing'),
    ['note'],
  ),
)

/** The leader cannot come: somebody else leads, the date moves, or it is called off. */
export const awayForm = v.variant(
  'remedy',
  [
    v.object({ remedy: v.literal('cover'), leader: neededText(120) }),
    v.pipe(
      v.object({ remedy: v.literal('move'), ...when }),
      v.forward(
        v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
        ['ends'],
      ),
    ),
    v.object({
      remedy: v.literal('cancel'),
      reason: v.optional(v.picklist(cancelReasons, 'missing'), 'illness'),
      note: text(500),
    }),
  ],
  'missing',
)

/** First it is looked at, then it is done; or it is typed once more. */
export const wishes = ['check', 'save', 'edit'] as const
