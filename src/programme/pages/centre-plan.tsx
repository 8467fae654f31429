import { paths as centrePaths } from '../../centres/index.ts'
import { LoneLink, Section } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { weekOf } from '../week.ts'
import { WeekTable } from './week-table.tsx'

type Props = { centreSlug: string; wording: Wording; today: Temporal.PlainDate; entries: Entry[] }

/** What is on at one centre from today on for seven days. */
export const CentrePlan = ({ centreSlug, wording, today, entries }: Props) => (
  <Section title={wording.t('centres.centre.plan')}>
    <WeekTable
      {...{ wording, today }}
      week={weekOf(today, entries)}
      caption={<span class="kern-sr-only">{wording.t('centres.centre.plan')}</span>}
    />
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
