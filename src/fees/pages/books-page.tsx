import { Card, DataTable, EmptyState, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { readBooks } from '../read-fees.ts'
import { Sheets } from './box-page.tsx'

type Books = Awaited<ReturnType<typeof readBooks>>

/** The cash books of a provider's centres: day sheets, and what came for which offer. No name stands in them. */
export const BooksPage = ({ books, wording }: { books: Books; wording: Wording }) => {
  const { t } = wording
  const used = books.filter(({ sheets, income }) => sheets.length + income.length > 0)
  if (used.length === 0)
    return (
      <EmptyState icon="price" title={t('fees.books.empty')}>
        {t('fees.books.emptyNext')}
      </EmptyState>
    )
  return (
    <Stack gap="large">
      {used.map(book => (
        <Book {...{ book, wording }} />
      ))}
    </Stack>
  )
}

const Book = ({ book: { centre, sheets, income }, wording }: { book: Books[number]; wording: Wording }) => {
  const { t, euros, month, number } = wording
  return (
    <Card title={<bdi lang="de">{centre.name}</bdi>}>
      <Stack>
        {income.length > 0 && (
          <DataTable
            caption={t('fees.books.income')}
            rows={income}
            columns={[
              {
                label: t('fees.field.offer'),
                cell: ({ title }) => <bdi>{title ?? t('fees.books.untitled')}</bdi>,
              },
              { label: t('fees.books.month'), cell: line => month(line.month) },
              { label: t('fees.books.payments'), numeric: true, cell: ({ payments }) => number(payments) },
              { label: t('fees.line.amount'), numeric: true, cell: ({ cents }) => euros(cents) },
            ]}
          />
        )}
        {sheets.length > 0 && (
          <section class="stack">
            <h3>{t('fees.box.sheets')}</h3>
            <Sheets {...{ sheets, centre, wording }} />
          </section>
        )}
      </Stack>
    </Card>
  )
}
