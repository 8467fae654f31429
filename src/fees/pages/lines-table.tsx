import { DataTable } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CashEntry, changeBy } from '../cash-book.ts'
import { paths } from '../paths.ts'

type Props = {
  caption: string
  lines: readonly CashEntry[]
  /** The lead's own book: each line leads to its receipt. */
  isOpen?: boolean
  wording: Wording
}

/** Lines of the cash book, as they were written. */
export const LinesTable = ({ caption, lines, isOpen, wording }: Props) => {
  const { t, language, euros, shortDay } = wording
  return (
    <DataTable
      caption={caption}
      rows={[...lines]}
      columns={[
        {
          label: t('fees.line.number'),
          cell: ({ id, number }) =>
            isOpen ? <a href={paths.entry(language, id)}>{t('fees.line.open', { number })}</a> : number,
        },
        { label: t('fees.line.day'), cell: ({ heldOn }) => shortDay(heldOn) },
        { label: t('fees.line.what'), cell: line => <What line={line} wording={wording} /> },
        { label: t('fees.line.amount'), numeric: true, cell: line => euros(changeBy(line)) },
      ]}
    />
  )
}

const What = ({ line, wording: { t } }: { line: CashEntry; wording: Wording }) => (
  <>
    {t(`fees.kind.${line.kind}`)}
    {line.title && (
      <>
        {': '}
        <bdi>{line.title}</bdi>
      </>
    )}
    {line.words && (
      <>
        <br />
        <small dir="auto">{line.words}</small>
      </>
    )}
  </>
)
