import { Section } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { weekOf } from '../week.ts'
import { WeekTable } from './week-table.tsx'

type Props = { wording: Wording; today: Temporal.PlainDate; entries: Entry[] }

/** What is on at one centre from today on for seven days. */
export const CentrePlan = ({ wording, today, entries }: Props) => (
  <Section title={wording.t('centres.centre.plan')}>
    <WeekTable
      {...{ wording, today }}
      week={weekOf(today, entries)}
      caption={<span class="kern-sr-only">{wording.t('centres.centre.plan')}</span>}
    />
  </Section>
)
