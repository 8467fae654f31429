import { nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { type Ease, hoursInWords } from '../../../programme/index.ts'
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

type Offers = { before: OfferToChange; then: OfferToChange }

/** Dates of which the same becomes something else, under the words that say what. */
export const changesInWords = (edited: readonly EditedDate[], offers: Offers, wording: Wording) => {
  const { t, day } = wording
  const groups = Map.groupBy(edited, each => changesOf(each, offers, wording).join('\n'))
  return [...groups].map(([changes, dates]) => ({
    changes: changes === '' ? [] : changes.split('\n'),
    days: dates.map(({ date, after }) =>
      date.heldOn.equals(after.heldOn)
        ? day(after.heldOn)
        : t('programme.staff.changeDate.instead', { was: day(date.heldOn), is: day(after.heldOn) }),
    ),
  }))
}

/** What of a date becomes something else, each as "now instead of before"; the day is not among it. */
const changesOf = ({ date, after }: EditedDate, { before, then }: Offers, wording: Wording) => {
  const { t, list, language } = wording
  const spoken = (codes: readonly string[]) => list(codes.map(code => nameOfLanguage(code, language)))
  const easy = (eases: readonly Ease[]) => list(eases.map(ease => t(`programme.filter.${ease}`)))
  const places = (number: number | null) =>
    number === null ? '' : t('programme.staff.changeDate.places', { count: number })
  const pairs = [
    [hoursInWords(date, wording), hoursInWords(after, wording)],
    [date.ownPlace ?? before.place, after.ownPlace ?? then.place],
    [date.ownLeader ?? before.leader, after.ownLeader ?? then.leader],
    [places(date.ownPlaces ?? before.places), places(after.ownPlaces ?? then.places)],
    [spoken(date.ownLanguages ?? before.languages), spoken(after.ownLanguages ?? then.languages)],
    [easy(date.ownEases ?? before.eases), easy(after.ownEases ?? then.eases)],
  ] as const
  return pairs
    .filter(([was, is]) => was !== is)
    .map(([was, is]) => t('programme.staff.changeDate.instead', { was: was || '–', is: is || '–' }))
}
