import type { Child } from 'hono/jsx'
import { Card, DataTable, Meter, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { BudgetSum } from '../money.ts'
import { ExampleTag } from './example-tag.tsx'
import { budgetInWords, hoursInWords } from './words.ts'

/** The budgets side by side, as bars and with the same numbers as a table. */
export const BeforeAfter = ({ sums, wording }: { sums: BudgetSum[]; wording: Wording }) => {
  const { t, euros } = wording
  const sum = ({ centsPerYear }: BudgetSum) =>
    centsPerYear === null ? t('funding.notKnown') : euros(centsPerYear)
  return (
    <Section title={t('funding.changed.title')} id="changed">
      <Stack gap="large">
        <div class="pair">
          <Card tint title={t('funding.changed.hours')}>
            <Bars
              {...{ sums, wording }}
              value={({ leadMinutes }) => leadMinutes}
              text={each => hoursInWords(each.leadMinutes, wording)}
              isExample={each => each.leadIsExample}
            />
          </Card>
          <Card tint title={t('funding.changed.money')}>
            <Bars
              {...{ sums, wording }}
              value={({ centsPerYear }) => centsPerYear ?? 0}
              text={sum}
              isExample={each => each.centsAreExamples}
            />
          </Card>
        </div>
        <DataTable
          caption={t('funding.changed.table')}
          rows={sums}
          columns={[
            { label: t('funding.budget'), cell: each => budgetInWords(each.budget, wording) },
            {
              label: t('funding.changed.hours'),
              numeric: true,
              cell: each => (
                <>
                  {hoursInWords(each.leadMinutes, wording)}{' '}
                  <ExampleTag wording={wording} shown={each.leadIsExample} />
                </>
              ),
            },
            {
              label: t('funding.changed.money'),
              numeric: true,
              cell: each => (
                <>
                  {sum(each)} <ExampleTag wording={wording} shown={each.centsAreExamples} />
                </>
              ),
            },
          ]}
        />
      </Stack>
    </Section>
  )
}

const Bars = ({
  sums,
  wording,
  value,
  text,
  isExample,
}: {
  sums: BudgetSum[]
  wording: Wording
  value: (sum: BudgetSum) => number
  text: (sum: BudgetSum) => Child
  isExample: (sum: BudgetSum) => boolean
}) => {
  const most = Math.max(...sums.map(value), 1)
  return (
    <Stack gap="small">
      {sums.map(each => (
        <Meter
          label={budgetInWords(each.budget, wording)}
          text={
            <>
              {text(each)} <ExampleTag wording={wording} shown={isExample(each)} />
            </>
          }
          value={value(each)}
          max={most}
        />
      ))}
    </Stack>
  )
}
