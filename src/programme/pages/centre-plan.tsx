import { paths as centrePaths } from '../../centres/index.ts'
import { LinkButton, LoneLink, Section } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { paths } from '../paths.ts'
import { weekAfter, weekBefore, weekOf } from '../week.ts'
import { WeekTable } from './week-table.tsx'

type Props = {
  centreSlug: string
  wording: Wording
  today: Temporal.PlainDate
  /** The first of the seven days. */
  from: Temporal.PlainDate
  entries: Entry[]
}

/** What is on at one centre for seven days, from today on or from a later day. */
export const CentrePlan = ({ centreSlug, wording, today, from, entries }: Props) => (
  <Section id="plan" title={titleOf(from, today, wording)}>
    <WeekTable
      {...{ wording, today }}
      week={weekOf(from, entries)}
      caption={<span class="kern-sr-only">{titleOf(from, today, wording)}</span>}
    />
    <Weeks {...{ centreSlug, wording, today, from }} />
    <p>
      <LinkButton href={centrePaths.pictures(wording.language, centreSlug)} icon="pictures">
        {wording.t('programme.pictures.title')}
      </LinkButton>
    </p>
    <p>
      <LoneLink href={paths.offers(wording.language, { centre: centreSlug })}>
        {wording.t('programme.offer.back')}
      </LoneLink>
    </p>
    <p>
      <LoneLink href={centrePaths.weekSheet(wording.language, centreSlug, 'a4')}>
        {wording.t('print.week.link')}
      </LoneLink>
    </p>
    <p>
      <LoneLink href={centrePaths.booklet(wording.language, centreSlug)}>
        {wording.t('print.booklet.link')}
      </LoneLink>
    </p>
    <p>
      <LoneLink href={centrePaths.weekCard(wording.language, centreSlug)}>
        {wording.t('print.card.link')}
      </LoneLink>
    </p>
  </Section>
)

const titleOf = (from: Temporal.PlainDate, today: Temporal.PlainDate, { t, day }: Wording) =>
  from.equals(today) ? t('centres.centre.plan') : `${day(from)} – ${day(from.add({ days: 6 }))}`

const Weeks = ({ centreSlug, wording, today, from }: Omit<Props, 'entries'>) => {
  const { t, language } = wording
  const [before, after] = [weekBefore(from, today), weekAfter(from, today)]
  return (
    <nav class="pages no-print" aria-label={t('app.week.weeks')}>
      {before && (
        <LinkButton href={centrePaths.week(language, centreSlug, before)} icon="arrow-start" small>
          {t('app.week.before')}
        </LinkButton>
      )}
      {after && (
        <LinkButton href={centrePaths.week(language, centreSlug, after)} icon="arrow-end" small>
          {t('app.week.after')}
        </LinkButton>
      )}
    </nav>
  )
}
