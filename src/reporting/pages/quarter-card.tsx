import { Card, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CentreName, groupsOf } from '../figures-chart.ts'
import { paths } from '../paths.ts'
import type { Choice, Figures } from '../read-figures.ts'
import { ChartPicture } from './chart-picture.tsx'
import { findingInWords, periodInWords } from './words.ts'

export type QuarterCardProps = {
  figures: Figures
  choice: Choice
  centres: readonly CentreName[]
  wording: Wording
}

/** The running quarter on a start page: its finding, its chart, and the way to the numbers. */
export const QuarterCard = ({ figures, choice, centres, wording }: QuarterCardProps) =>
  figures.cells.length === 0 ? null : (
    <Card title={findingInWords(figures.finding, choice.period, wording)}>
      <Stack gap="small">
        <p class="muted">
          {periodInWords(choice.period, wording)} ·{' '}
          <a href={paths.figures(wording.language, choice)}>{wording.t('reporting.card.more')}</a>
        </p>
        <ChartPicture
          size="card"
          choice={choice}
          groups={groupsOf(figures.cells, centres, wording)}
          wording={wording}
        />
      </Stack>
    </Card>
  )
