import type { Wording } from '../../platform/wording/wording.ts'
import { hoursInWords } from '../../programme/index.ts'
import type { EditedDate, Obstacle } from '../date-edit.ts'
import type { DateToChange, OfferToChange } from '../store/changing.ts'

/** Why a date cannot be changed like that. */
export type ObstacleShown = Obstacle | { outcome: 'over' | 'cancelled' }

export const obstacleInWords = (obstacle: ObstacleShown, { t, day }: Wording) =>
  'on' in obstacle
    ? t(`programme.staff.changeDate.obstacle.${obstacle.outcome}`, { day: day(obstacle.on) })
    : t(`programme.staff.changeDate.obstacle.${obstacle.outcome}`)

/** Tuesday, 1 December, 9:30–11:00. */
export const dateInWords = (date: Pick<DateToChange, 'heldOn' | 'starts' | 'ends'>, wording: Wording) =>
  `${wording.day(date.heldOn)}, ${hoursInWords(date, wording)}`

/** What of a date becomes something else, each as "before → after". */
export const changeInWords = (
  { date, after }: EditedDate,
  { before, then }: { before: OfferToChange; then: OfferToChange },
  wording: Wording,
): string[] => {
  const { t } = wording
  const [was, is] = [dateInWords(date, wording), dateInWords(after, wording)]
  const pairs = [
    [was, is],
    [date.ownPlace ?? before.place, after.ownPlace ?? then.place],
    [date.ownLeader ?? before.leader, after.ownLeader ?? then.leader],
    [number(date.ownPlaces ?? before.places, wording), number(after.ownPlaces ?? then.places, wording)],
  ] as const
  const lines = pairs
    .filter(([one, other]) => one !== other)
    .map(([one, other]) =>
      t('programme.staff.changeDate.becomes', { before: one || '–', after: other || '–' }),
    )
  return was === is ? [was, ...lines] : lines
}

const number = (places: number | null, { t }: Wording) =>
  places === null ? '' : t('programme.staff.changeDate.places', { count: places })
