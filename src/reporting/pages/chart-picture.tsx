import type { Wording } from '../../platform/wording/wording.ts'
import { visitsIn } from '../figures.ts'
import type { Group } from '../figures-chart.ts'
import { paths } from '../paths.ts'
import type { Choice } from '../read-figures.ts'

/** The chart as a picture of its own address; its numbers are read out, and stand in the table below. */
export const ChartPicture = ({
  choice,
  size = 'page',
  groups,
  wording: { t, language, number },
}: {
  choice: Choice
  size?: 'page' | 'card'
  groups: readonly Group[]
  wording: Wording
}) => (
  <picture>
    <source media="(max-width: 575.9px)" srcset={paths.chart(language, choice, 'phone')} />
    <img
      class="chart"
      src={paths.chart(language, choice, size)}
      alt={t('reporting.chart', {
        numbers: groups.map(({ name, sums }) => `${name}: ${number(visitsIn(sums))}`).join('; '),
      })}
    />
  </picture>
)
