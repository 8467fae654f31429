import type { Wording } from '../../platform/wording/wording.ts'
import type { inOwnUnit } from '../counting-unit.ts'
import type { HeldSession } from '../store/sessions.ts'

/** The title of an offer, told to the browser where it is not in the page's language. */
export const OfferTitle = ({
  of: { title, titleLanguage },
  wording,
}: {
  of: Pick<HeldSession, 'title' | 'titleLanguage'>
  wording: Wording
}) => <bdi lang={titleLanguage === wording.language ? undefined : titleLanguage}>{title}</bdi>

/** Today 9:30 · Room 2, or the day where it is not today. */
export const whenAndWhere = (
  { heldOn, starts, place }: Pick<HeldSession, 'heldOn' | 'starts' | 'place'>,
  today: Temporal.PlainDate,
  { t, shortDay, time }: Wording,
) => {
  const day = heldOn.equals(today) ? t('attendance.today') : shortDay(heldOn)
  return [`${day} ${time(starts)}`, place].filter(Boolean).join(' · ')
}

/** Twelve conversations: what a count comes to in the unit of its kind. */
export const unitInWords = ({ unit, amount }: ReturnType<typeof inOwnUnit>, { t }: Wording) =>
  t(`attendance.unit.${unit}.amount`, { count: amount })
