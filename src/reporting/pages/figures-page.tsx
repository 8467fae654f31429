import { countedKinds, inOwnUnit, unitInWords } from '../../attendance/index.ts'
import { Card, Chips, DescriptionList, EmptyState, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { addUp, formats } from '../figures.ts'
import { byFormat, byName, type CentreName, formatName, groupsOf } from '../figures-chart.ts'
import { paths } from '../paths.ts'
import type { Period } from '../period.ts'
import type { Choice, Figures } from '../read-figures.ts'
import { ChartPicture } from './chart-picture.tsx'
import { SessionsTable, VisitsTable } from './figures-tables.tsx'
import { periodInWords } from './words.ts'

export type FiguresPageProps = {
  figures: Figures
  choice: Choice
  centres: readonly CentreName[]
  wording: Wording
}

/** Visits and sessions of a period: chart, the same numbers as tables, and what is missing in them. */
export const FiguresPage = ({ figures, choice, centres, wording }: FiguresPageProps) => {
  const { t } = wording
  const { cells } = figures
  const hasManyCentres = byName(cells, centres).length > 1
  return (
    <Stack gap="large">
      <Choices figures={figures} choice={choice} wording={wording} />
      {cells.length === 0 ? (
        <EmptyState icon="chart" title={t('reporting.empty.title')}>
          {t('reporting.empty.help')}
        </EmptyState>
      ) : (
        <>
          <Missing figures={figures} wording={wording} />
          <Card>
            <ChartPicture choice={choice} groups={groupsOf(cells, centres, wording)} wording={wording} />
          </Card>
          {hasManyCentres && (
            <Groups name={t('reporting.by.centre')} groups={byName(cells, centres)} wording={wording} />
          )}
          <Groups name={t('reporting.by.format')} groups={byFormat(cells, t)} wording={wording} />
          <OwnUnits kinds={figures.kinds} wording={wording} />
          <p class="muted">{t('reporting.firstTimeNote')}</p>
        </>
      )}
    </Stack>
  )
}

/** What each kind comes to in its own unit, in words: a conversation is not a visit. */
const OwnUnits = ({ kinds, wording }: Pick<Figures, 'kinds'> & { wording: Wording }) => {
  const { t } = wording
  if (kinds.length === 0) return null
  const said = countedKinds.flatMap(kind => kinds.filter(each => each.kind === kind))
  return (
    <Card title={t('reporting.units.title')}>
      <DescriptionList
        items={said.map(({ kind, ...heads }) => ({
          term: t(`programme.kind.${kind}`),
          value:
            kind === 'education'
              ? t('reporting.units.with', {
                  ...{ units: unitInWords(inOwnUnit(kind, heads), wording) },
                  adults: t('reporting.units.adults', { count: heads.adults }),
                  children: t('reporting.units.children', { count: heads.children }),
                })
              : unitInWords(inOwnUnit(kind, heads), wording),
        }))}
      />
    </Card>
  )
}

const Groups = (table: Parameters<typeof VisitsTable>[0]) => (
  <Card>
    <Stack gap="large">
      <VisitsTable {...table} />
      <SessionsTable {...table} />
    </Stack>
  </Card>
)

/** What one looks at, as links: every choice has its own address. */
const Choices = ({
  figures: { quarters },
  choice,
  wording,
}: Pick<FiguresPageProps, 'figures' | 'choice' | 'wording'>) => {
  const { t, language } = wording
  const years = [...new Set(quarters.map(({ year }) => year))]
  const periods: Period[] = [...quarters.slice(0, 8), ...years.map(year => ({ year, quarter: null }))]
  const { period } = choice
  return (
    <Stack gap="small">
      <Chips
        line
        label={t('reporting.choose.period')}
        chips={periods.map(each => ({
          label: periodInWords(each, wording),
          href: paths.figures(language, { ...choice, period: each }),
          current: each.year === period.year && each.quarter === period.quarter,
        }))}
      />
      <Chips
        line
        label={t('reporting.choose.format')}
        chips={[null, ...formats].map(format => ({
          label: format ? formatName(format, t) : t('reporting.choose.allFormats'),
          href: paths.figures(language, { ...choice, format }),
          current: format === choice.format,
        }))}
      />
    </Stack>
  )
}

/** A missing count is not nought, so it is said before the numbers are read. */
const Missing = ({ figures, wording: { t, number } }: Pick<FiguresPageProps, 'figures' | 'wording'>) => {
  const sums = addUp(figures.cells)
  const uncounted = sums['sessions-uncounted']
  if (uncounted === 0) return null
  return (
    <Notice
      tone="warning"
      title={t('reporting.missing.title', { count: uncounted, held: number(sums['sessions-held']) })}
    >
      <p>{t('reporting.missing.help')}</p>
    </Notice>
  )
}
