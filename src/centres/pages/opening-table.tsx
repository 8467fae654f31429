import type { Wording } from '../../platform/wording/wording.ts'
import type { OpeningHours } from '../centre.ts'

type Props = { hours: OpeningHours[]; wording: Wording; today: number }

/** The seven days of a centre, today marked; a day without hours says that it is closed. */
export const OpeningTable = ({ hours, wording, today }: Props) => {
  const { t, time, language } = wording
  return (
    <table class="kern-table slots">
      <caption class="kern-sr-only">{t('centres.centre.hours')}</caption>
      <thead class="kern-sr-only">
        <tr>
          <th scope="col">{t('centres.centre.day')}</th>
          <th scope="col">{t('centres.centre.open')}</th>
        </tr>
      </thead>
      <tbody>
        {[1, 2, 3, 4, 5, 6, 7].map(weekday => {
          const ofDay = hours.filter(slot => slot.weekday === weekday)
          return (
            <tr class={weekday === today ? 'is-today' : undefined}>
              <th scope="row">{wording.weekday(weekday)}</th>
              <td>
                {ofDay.length === 0 && <span class="muted">{t('centres.centre.closed')}</span>}
                {ofDay.map(({ opens, closes, notes }) => (
                  <span>
                    <bdi>
                      {time(opens)}–{time(closes)}
                    </bdi>
                    {notes[language] && <small>{notes[language]}</small>}
                  </span>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
