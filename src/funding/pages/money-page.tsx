import { Card, EmptyState, Notice, Prose, Section, Stack } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { type Money, sourcesOf, sumsOf } from '../money.ts'
import { AmountsTable } from './amounts-table.tsx'
import { BeforeAfter } from './before-after.tsx'
import { DecisionSection } from './decision-section.tsx'

/** What the council decided, by what majority and what it changed, for people who read no council papers. */
export const MoneyPage = ({ money, wording }: { money: Money; wording: Wording }) => {
  const { t } = wording
  const [decision] = money.decisions
  const figures = [...money.decisions, ...money.decisions.flatMap(({ votes }) => votes), ...money.amounts]
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('funding.title')}</h1>
        <p>{t('funding.lead')}</p>
      </Stack>
      {!decision && money.amounts.length === 0 && (
        <EmptyState icon="price" title={t('funding.empty.title')}>
          {t('funding.empty.help')}
        </EmptyState>
      )}
      {decision?.text.effect && (
        <Card tint title={t('funding.inShort')}>
          <p lang={decision.text.language} dir={directionOf(decision.text.language)}>
            {decision.text.effect}
          </p>
        </Card>
      )}
      {figures.some(({ isExample }) => isExample) && (
        <Notice title={t('funding.example.title')}>
          <p>{t('funding.example.body')}</p>
        </Notice>
      )}
      {money.years.length > 0 && <BeforeAfter sums={sumsOf(money)} wording={wording} />}
      {money.decisions.map(each => (
        <DecisionSection decision={each} wording={wording} />
      ))}
      {money.amounts.length > 0 && (
        <Section title={t('funding.amounts.title')} id="amounts">
          <AmountsTable money={money} wording={wording} />
        </Section>
      )}
      {figures.length > 0 && (
        <Section title={t('funding.sources')} id="sources">
          <Prose>
            <ul>
              {sourcesOf(money).map(source => (
                <li>
                  <bdi lang="de">{source}</bdi>
                </li>
              ))}
            </ul>
          </Prose>
        </Section>
      )}
    </Stack>
  )
}
