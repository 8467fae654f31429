import * as v from 'valibot'
import {
  chosen,
  count,
  date,
  id,
  neededCount,
  neededText,
  optionalDate,
  optionalTime,
  price,
  renderingKey,
  several,
  text,
  time,
  yes,
} from '../platform/web/form-fields.ts'
import { languages } from '../platform/wording/wording.ts'
import { moneyTicks } from './answer-request.ts'
import { scopes } from './booking.ts'
import { furthestDays } from './hours.ts'
import { rhythms } from './rhythm.ts'
import { equipments } from './room.ts'

const minutes = v.pipe(
  count(0, 240),
  v.transform(value => value ?? 0),
)
const roomText = { about: text(600), houseRules: text(2000), directions: text(600) }

const hoursRule = v.pipe(
  v.object({
    weekdays: several(['1', '2', '3', '4', '5', '6', '7']),
    ...{ opens: optionalTime, closes: optionalTime },
  }),
  v.forward(
    v.check(
      ({ weekdays, opens, closes }) =>
        new Set([weekdays.length > 0, opens !== null, closes !== null]).size === 1,
      'hours-half',
    ),
    ['opens'],
  ),
  v.forward(
    v.check(({ opens, closes }) => !opens || !closes || isAfter(closes, opens), 'ends-before-start'),
    ['closes'],
  ),
)

/** What the lead says of a room. */
export const roomForm = v.pipe(
  v.object({
    texts: v.object(
      {
        ...v.entriesFromList(languages, v.optional(v.object({ name: text(60), ...roomText }), {})),
        de: v.object({ name: neededText(60), ...roomText }),
      },
      'missing',
    ),
    ...{ atPartner: text(120), capacity: count(1, 2000), isStepFree: yes, equipment: several(equipments) },
    ...{ keyNote: text(300), contact: text(200), minutesBefore: minutes, minutesAfter: minutes },
    ...{ isLet: yes, fee: price, feePer: v.optional(v.picklist(['booking', 'hour']), 'booking') },
    ...{ deposit: price, maxDaysAhead: count(0, furthestDays), releaseAfter: count(5, 240) },
    hours: v.optional(v.array(hoursRule), []),
  }),
  v.transform(({ fee, deposit, maxDaysAhead, hours, ...room }) => ({
    ...{ ...room, feeCents: fee, depositCents: deposit },
    // Nought means the same as nothing: no limit.
    maxDaysAhead: maxDaysAhead || null,
    hours: hours.flatMap(({ weekdays, opens, closes }) =>
      opens && closes ? [{ weekdays: weekdays.map(Number), opens, closes }] : [],
    ),
  })),
)

const times = { starts: time, ends: time, minutesBefore: minutes, minutesAfter: minutes }

/** A room for the team, or taken out of use; once or again and again. */
export const bookForm = v.pipe(
  v.object({
    ...{ room: id(), kind: chosen(['own', 'blocked']), title: text(120), rhythm: chosen(rhythms) },
    ...{ firstOn: date, lastOn: optionalDate, ...times },
    do: v.optional(v.picklist(['book', 'skip']), 'book'),
  }),
  v.forward(
    v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
    ['ends'],
  ),
  v.forward(
    v.check(({ rhythm, lastOn }) => rhythm === 'once' || lastOn !== null, 'missing'),
    ['lastOn'],
  ),
  v.forward(
    v.check(({ firstOn, lastOn, rhythm }) => rhythm === 'once' || fitsAYear(firstOn, lastOn), 'not-a-year'),
    ['lastOn'],
  ),
  v.transform(({ room, do: how, lastOn, ...wish }) => ({
    ...{ ...wish, roomId: room, lastOn: lastOn ?? wish.firstOn, skipsConflicts: how === 'skip' },
  })),
)

export const moveForm = v.pipe(
  v.object({ room: id(), day: optionalDate, ...times, scope: chosen(scopes) }),
  v.forward(
    v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
    ['ends'],
  ),
  v.transform(({ room, day, ...moving }) => ({ ...moving, roomId: room, ...(day && { day }) })),
)

/** What a group asks for; how it is reached is read beside it. */
export const askForm = v.pipe(
  v.object({
    ...{ day: date, starts: time, ends: time, called: neededText(80), purpose: neededText(500) },
    people: neededCount(1, 2000),
    agrees: v.literal('yes', 'not-agreed'),
    waits: yes,
    renderingKey,
  }),
  v.forward(
    v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
    ['ends'],
  ),
)

export const declineForm = v.object({ reason: neededText(500) })
export const moneyForm = v.object({ tick: chosen(moneyTicks) })

export const prolongForm = v.object({ until: date })
export const cancelForm = v.object({ scope: chosen(scopes) })
export const useForm = v.object({ what: chosen(['in-use', 'ended']) })

function isAfter(one: Temporal.PlainTime, other: Temporal.PlainTime) {
  return Temporal.PlainTime.compare(one, other) > 0
}

function fitsAYear(firstOn: Temporal.PlainDate, lastOn: Temporal.PlainDate | null) {
  if (!lastOn) return true
  const { compare } = Temporal.PlainDate
  return compare(lastOn, firstOn) >= 0 && compare(lastOn, firstOn.add({ years: 1 })) <= 0
}
