import { breakable, type CentreDetails, paths as centrePaths } from '../../centres/index.ts'
import { accentClass, LinkButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { paths } from '../paths.ts'
import { type DayOfWeek, weekAfter, weekBefore } from '../week.ts'
import { hoursInWords, InLanguage } from './facts.tsx'
import { DayPicture, EntryPicture } from './pictures.tsx'

type Props = {
  centre: Pick<CentreDetails, 'slug' | 'name'>
  week: readonly DayOfWeek[]
  /** The first of the seven days. */
  from: Temporal.PlainDate
  today: Temporal.PlainDate
  wording: Wording
}

/** The week of a centre for those who do not read: whose it is, every day and every date as a
 * picture. Screen readers hear words. */
export const PictureWeekPage = ({ centre, week, from, today, wording }: Props) => {
  const { t, day } = wording
  return (
    <Stack>
      <h1>
        <span class="kern-sr-only">{t('programme.pictures.title')}: </span>
        <bdi lang="de">{breakable(centre.name)}</bdi>
      </h1>
      <Ways {...{ centre, from, today, wording }} />
      <div class={`picture-week ${accentClass(centre.slug)}`}>
        {week.map(({ date, entries }) => (
          <section class={date.equals(today) ? 'picture-day is-today' : 'picture-day'}>
            <h2>
              <DayPicture date={date} colour="currentColor" direction={wording.direction} />
              <span class="kern-sr-only">{day(date)}</span>
            </h2>
            {entries.length === 0 ? (
              <p class="kern-sr-only">{t('programme.staff.week.nothing')}</p>
            ) : (
              <ul>
                {entries.map(entry => (
                  <li>
                    <Pictured entry={entry} wording={wording} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Stack>
  )
}

const Pictured = ({ entry, wording }: { entry: Entry; wording: Wording }) => {
  const { session, title } = entry
  if (!session) return null
  return (
    <a href={paths.session(wording.language, session.id)}>
      <EntryPicture entry={entry} colour="currentColor" direction={wording.direction} />
      <span class="kern-sr-only">
        <InLanguage spoken={title} wording={wording} />, {hoursInWords(session, wording)}
        {session.cancelled && `, ${wording.t('programme.cancelled.short')}`}
      </span>
    </a>
  )
}

/** To the centre, onto paper, and to the weeks before and after. */
const Ways = ({ centre, from, today, wording }: Omit<Props, 'week'>) => {
  const { t, language } = wording
  const [before, after] = [weekBefore(from, today), weekAfter(from, today)]
  return (
    <nav class="pages no-print" aria-label={t('app.week.weeks')}>
      {before && (
        <LinkButton href={centrePaths.pictures(language, centre.slug, before)} icon="arrow-start">
          <span class="kern-sr-only">{t('app.week.before')}</span>
        </LinkButton>
      )}
      <LinkButton href={centrePaths.centre(language, centre.slug)} icon="centre">
        <span class="kern-sr-only">{centre.name}</span>
      </LinkButton>
      <LinkButton href={centrePaths.pictureSheet(language, centre.slug, from)} icon="print">
        <span class="kern-sr-only">{t('print.week.link')}</span>
      </LinkButton>
      {after && (
        <LinkButton href={centrePaths.pictures(language, centre.slug, after)} icon="arrow-end">
          <span class="kern-sr-only">{t('app.week.after')}</span>
        </LinkButton>
      )}
    </nav>
  )
}
