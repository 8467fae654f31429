import { Notice } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { type FeastDay, feastsOn } from '../feasts.ts'

/** Which of these days are feasts of families; held they are all the same. */
export const FeastsHint = ({ days, wording }: { days: readonly Temporal.PlainDate[]; wording: Wording }) => {
  const { t, day } = wording
  const kept = days.flatMap(date => {
    const feasts = feastsOn(date)
    return feasts.length > 0 ? [{ date, feasts }] : []
  })
  if (kept.length === 0) return null
  return (
    <Notice title={t('programme.feasts.title', { count: kept.length })}>
      <ul>
        {kept.map(({ date, feasts }) => (
          <li>
            {day(date)}: {wording.list(feasts.map(feast => feastInWords(feast, wording)))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const feastInWords = ({ feast, isAbout }: FeastDay, { t }: Wording) => {
  const name = t(`programme.feasts.name.${feast}`)
  return isAbout ? t('programme.feasts.about', { name }) : name
}
