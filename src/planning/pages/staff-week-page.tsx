import type { Centre } from '../../centres/index.ts'
import { LinkButton, WeekPlan } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { hoursInWords, InLanguage, Languages } from '../../programme/index.ts'
import { staffPaths } from '../staff-paths.ts'
import type { PostedSession } from '../store/staff-week.ts'

type Props = {
  wording: Wording
  centre: Centre
  monday: Temporal.PlainDate
  posted: readonly PostedSession[]
}

/** A week for the door of the house: one sheet of A4, big enough to be read from the pavement. */
export const StaffWeekPage = ({ wording, centre, monday, posted }: Props) => {
  const { t, language } = wording
  const week = (from: Temporal.PlainDate) => staffPaths.week(language, { centre: centre.slug, from })
  const days = Array.from({ length: 7 }, (_, index) => monday.add({ days: index }))
  const byDay = Map.groupBy(posted, ({ heldOn }) => heldOn.toString())
  return (
    <div class="poster stack">
      <nav class="pages no-print" aria-label={t('programme.staff.week.weeks')}>
        <LinkButton href={week(monday.subtract({ days: 7 }))} icon="arrow-start" small>
          {t('programme.staff.week.before')}
        </LinkButton>
        <LinkButton href={week(monday.add({ days: 7 }))} icon="arrow-end" small>
          {t('programme.staff.week.after')}
        </LinkButton>
      </nav>
      <p class="muted no-print">{t('programme.staff.week.hint')}</p>
      <WeekPlan
        caption={`${wording.day(monday)} – ${wording.day(monday.add({ days: 6 }))}`}
        words={{
          day: t('programme.staff.offer.day'),
          programme: t('programme.staff.title'),
          nothing: t('programme.staff.week.nothing'),
        }}
        days={days
          .filter(day => day.dayOfWeek < 6 || byDay.has(day.toString()))
          .map(day => ({
            day: wording.weekday(day.dayOfWeek),
            note: wording.dayAndMonth(day),
            entries: (byDay.get(day.toString()) ?? []).map(session => ({
              time: hoursInWords(session, wording),
              title: (
                <InLanguage
                  spoken={{ text: session.title, language: session.titleLanguage }}
                  wording={wording}
                />
              ),
              note: noteOf(session, wording),
              cancelled: session.cancelReason !== null,
            })),
          }))}
      />
      <p class="poster__address">
        {[centre.street, [centre.postalCode, centre.town].filter(Boolean).join(' '), centre.phone]
          .filter(Boolean)
          .map((part, index) => (
            <>
              {index > 0 && ' · '}
              <bdi>{part}</bdi>
            </>
          ))}
      </p>
    </div>
  )
}

const noteOf = (session: PostedSession, wording: Wording) => {
  const { t } = wording
  if (session.cancelReason)
    return `${t('programme.cancelled.thatDay')} (${t(`programme.cancelled.reason.${session.cancelReason}`)})`
  const where = [
    session.movedFrom && t('programme.moved.tag'),
    session.place,
    session.registration !== 'none' && t('programme.joining.open'),
  ].filter(Boolean)
  return (
    <>
      {where.length > 0 && <bdi>{where.join(' · ')}</bdi>}
      {where.length > 0 && session.languages.join() !== 'de' && ' · '}
      {session.languages.join() !== 'de' && <Languages codes={session.languages} />}
    </>
  )
}
