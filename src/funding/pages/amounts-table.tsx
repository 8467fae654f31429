import type { Child } from 'hono/jsx'
import { DataTable } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Amount, Money } from '../money.ts'
import { ExampleTag } from './example-tag.tsx'

type Props = {
  money: Pick<Money, 'years' | 'centres' | 'amounts'>
  wording: Wording
  /** What stands in a cell instead of the amount alone, such as the link that corrects it. */
  cell?: (amount: Amount, text: string) => Child
}

/** What each centre gets in each year. Where all of a centre are examples, its name says so once. */
export const AmountsTable = ({
  money: { years, centres, amounts },
  wording,
  cell = (_, text) => text,
}: Props) => {
  const { t, euros } = wording
  const find = (centreId: string, year: number) =>
    amounts.find(amount => amount.centreId === centreId && amount.year === year)
  const rows = centres.map(centre => ({
    ...centre,
    of: amounts.filter(({ centreId }) => centreId === centre.id),
  }))
  const isWholeExample = (of: Amount[]) => of.length > 0 && of.every(({ isExample }) => isExample)
  const all = (year: number) => amounts.filter(amount => amount.year === year)
  return (
    <DataTable
      caption={t('funding.amounts.caption')}
      captionHidden
      rows={rows.filter(({ of }) => of.length > 0)}
      columns={[
        {
          label: t('funding.amounts.centre'),
          cell: ({ name, of }) => (
            <span>
              <bdi lang="de">{name}</bdi> <ExampleTag wording={wording} shown={isWholeExample(of)} />
            </span>
          ),
        },
        ...years.map(({ year }) => ({
          label: String(year),
          numeric: true,
          cell: ({ id, of }: (typeof rows)[number]) => {
            const amount = find(id, year)
            if (!amount) return t('funding.notKnown')
            return (
              <>
                {cell(amount, euros(amount.cents))}{' '}
                <ExampleTag wording={wording} shown={amount.isExample && !isWholeExample(of)} />
              </>
            )
          },
        })),
      ]}
      total={[
        <span>
          {t('funding.amounts.total')}{' '}
          <ExampleTag wording={wording} shown={amounts.some(({ isExample }) => isExample)} />
        </span>,
        ...years.map(({ year }) => euros(all(year).reduce((sum, { cents }) => sum + cents, 0))),
      ]}
    />
  )
}
