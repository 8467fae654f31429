import type { Wording } from '../../platform/wording/wording.ts'
import type { CourseDay } from '../store/course-days.ts'

const mostOpen = 3

/** From when to when a course goes, and on which days; nobody takes it for a single date. Many days are folded. */
export const CourseDays = ({ days, wording }: { days: readonly CourseDay[]; wording: Wording }) => {
  const { t, day } = wording
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return null
  const list = (
    <ul>
      {days.map(one => (
        <li>{dayInWords(one, wording)}</li>
      ))}
    </ul>
  )
  return (
    <>
      {t('registration.facts.course', {
        ...{ from: day(first.heldOn), until: day(last.heldOn), number: days.length },
      })}
      {days.length > mostOpen ? (
        <details>
          <summary>{t('programme.session.allDates')}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </>
  )
}

const dayInWords = ({ heldOn, starts, ends }: CourseDay, { t, day, time }: Wording) =>
  t(ends ? 'registration.facts.between' : 'registration.facts.from', {
    ...{ day: day(heldOn), starts: time(starts), ends: ends && time(ends) },
  })
