import { EmptyState, Notice, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Money } from '../money.ts'
import { paths } from '../paths.ts'
import { AmountsTable } from './amounts-table.tsx'
import { ExampleTag } from './example-tag.tsx'
import { budgetInWords } from './words.ts'

/** Everything on the public page that the city office can correct. Closed years are shown and lead nowhere. */
export const StaffMoneyPage = ({
  money,
  wording,
  isCorrected,
}: {
  money: Money
  wording: Wording
  isCorrected: boolean
}) => {
  const { t, language } = wording
  const closed = new Map(money.years.map(({ year, closedOn }) => [year, closedOn]))
  return (
    <Stack gap="large">
      {isCorrected && (
        <Notice tone="success" title={t('funding.staff.corrected')} announce>
          <p>
            <a href={paths.money(language)}>{t('funding.staff.toPublic')}</a>
          </p>
        </Notice>
      )}
      {money.decisions.length + money.amounts.length === 0 && (
        <EmptyState icon="price" title={t('funding.empty.title')}>
          {t('funding.staff.emptyHelp')}
        </EmptyState>
      )}
      {money.decisions.length > 0 && (
        <Section title={t('funding.staff.decisions')}>
          <Stack gap="small">
            {money.decisions.map(({ id, text, budget, isExample }) => (
              <p>
                {budgetInWords(budget, wording)}: <a href={paths.decision(language, id)}>{text.title}</a>{' '}
                <ExampleTag wording={wording} shown={isExample} />
              </p>
            ))}
          </Stack>
        </Section>
      )}
      {money.amounts.length > 0 && (
        <Section title={t('funding.amounts.title')}>
          <Stack>
            <p>{t('funding.staff.amountsHint')}</p>
            {money.years.map(({ year, closedOn }) =>
              closedOn ? <p>{t('funding.staff.closed', { year, day: wording.fullDay(closedOn) })}</p> : null,
            )}
            <AmountsTable
              money={money}
              wording={wording}
              cell={({ centreId, year }, text) =>
                closed.get(year) ? text : <a href={paths.amount(language, centreId, year)}>{text}</a>
              }
            />
          </Stack>
        </Section>
      )}
    </Stack>
  )
}
