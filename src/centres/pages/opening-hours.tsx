import type { Wording } from '../../platform/wording/wording.ts'
import type { OpeningHours } from '../centre.ts'

type Props = { hours: OpeningHours[]; wording: Wording; today: number }

/** The seven days of a centre, today marked; a day without hours says that it is closed. */
export const OpeningWeek = ({ hours, wording, today }: Props) => {
  const { t, language } = wording
  return (
    <dl class="slots">
      {[1, 2, 3, 4, 5, 6, 7].map(weekday => {
        const ofDay = hours.filter(slot => slot.weekday === weekday)
        return (
          <div class={weekday === today ? 'is-today' : undefined}>
            <dt>{wording.weekday(weekday)}</dt>
            <dd>
              {ofDay.length === 0 && <span class="muted">{t('centres.centre.closed')}</span>}
              {ofDay.map(({ opens, closes, notes }) => (
                <span>
                  {wording.hours(opens, closes)}
                  {notes[language] && <small>{notes[language]}</small>}
                </span>
              ))}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** "today 8:30–12:00, 14:00–17:00", or that it is closed today. */
export const todayInWords = (hours: readonly Pick<OpeningHours, 'opens' | 'closes'>[], wording: Wording) =>
  hours.length === 0
    ? wording.t('centres.today.closed')
    : wording.t('centres.today.open', {
        hours: wording.joined(hours.map(({ opens, closes }) => wording.hours(opens, closes))),
      })
