import { nameOfField, sentenceFor } from '../../planning/index.ts'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  Stack,
  type Column as TableColumn,
  Tag,
} from '../../platform/design/index.ts'
import { columnName, type ReadSheet } from '../../platform/spreadsheet/sheet.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Difference } from '../differences.ts'
import type { CellFault } from '../headings.ts'
import type { CheckedTable } from '../load-table.ts'
import { paths } from '../paths.ts'
import type { Wanted } from '../read-table.ts'

type Props = { wording: Wording; centre: { slug: string; name: string } }

/** What would change, offer by offer, before anything does. */
export const CheckPage = ({
  wording,
  centre,
  wanted,
  table,
}: Props & { wanted: readonly Wanted[]; table: CheckedTable }) => {
  const { t, language } = wording
  const back = paths.page(language, centre.slug)
  if (wanted.length === 0) {
    return (
      <EmptyState
        icon="check"
        title={t('offerTables.check.nothing')}
        actions={<LinkButton href={back}>{t('offerTables.check.other')}</LinkButton>}
      >
        {t('offerTables.check.nothingHint')}
      </EmptyState>
    )
  }
  return (
    <Stack gap="large">
      {wanted.map(offer => (
        <ChangedOffer offer={offer} wording={wording} />
      ))}
      <Form
        action={paths.apply(language)}
        carry={{ centre: centre.slug, checked: JSON.stringify(table) }}
        withFiles
      >
        <Button kind="primary">{t('offerTables.check.apply', { count: wanted.length })}</Button>
        <LinkButton href={back} kind="quiet">
          {t('offerTables.check.other')}
        </LinkButton>
      </Form>
    </Stack>
  )
}

const ChangedOffer = ({ offer, wording }: { offer: Wanted; wording: Wording }) => {
  const { t } = wording
  const { wish, title, differences, isPublic } = offer
  const columns: TableColumn<Difference>[] = [
    {
      label: t('offerTables.check.column'),
      cell: ({ of }) => (of === 'times' ? t('offerTables.check.times') : of.heading(wording)),
    },
    ...(wish.isNew
      ? []
      : [
          {
            label: t('offerTables.check.before'),
            cell: ({ before }: Difference) => <Said words={before} {...{ wording }} />,
          },
        ]),
    { label: t('offerTables.check.after'), cell: ({ after }) => <Said words={after} wording={wording} /> },
  ]
  return (
    <Card title={<bdi lang="de">{title}</bdi>}>
      {wish.isNew && <Tag label={t('offerTables.check.isNew')} icon="plus" />}
      {isPublic && <p>{t('offerTables.check.public')}</p>}
      <DataTable caption={title} captionHidden columns={columns} rows={differences} />
    </Card>
  )
}

const Said = ({ words, wording: { t } }: { words: string; wording: Wording }) =>
  words === '' ? (
    <span class="muted">{t('offerTables.check.empty')}</span>
  ) : (
    words.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        <bdi>{line}</bdi>
      </>
    ))
  )

/** All that is wrong with a table, as a spreadsheet counts its cells. */
export const FaultsPage = ({
  wording,
  centre,
  faults,
  sheet,
}: Props & { faults: readonly CellFault[]; sheet: ReadSheet }) => {
  const { t, language } = wording
  const headings = sheet.rows[0] ?? []
  const columns: TableColumn<CellFault>[] = [
    {
      label: t('offerTables.fault.where'),
      cell: ({ row, column }) =>
        column === null
          ? t('offerTables.fault.row', { row: row + 1 })
          : t('offerTables.fault.place', { row: row + 1, column: columnName(column) }),
    },
    {
      label: t('offerTables.fault.name'),
      cell: fault => <bdi>{fault.column === null ? fieldOf(fault, wording) : headings[fault.column]}</bdi>,
    },
    { label: t('offerTables.fault.what'), cell: fault => faultInWords(fault, wording) },
  ]
  return (
    <Stack gap="large">
      <Notice announce tone="danger" title={t('offerTables.fault.nothingDone')} />
      <DataTable caption={t('offerTables.fault.caption')} columns={columns} rows={[...faults]} />
      <p>
        <LinkButton href={paths.page(language, centre.slug)}>{t('offerTables.check.other')}</LinkButton>
      </p>
    </Stack>
  )
}

const faultInWords = (fault: CellFault, wording: Wording) => {
  const { t } = wording
  if (fault.code === 'problem') return sentenceFor(fault.problem, wording)
  if (fault.code === 'not-a-choice')
    return t('offerTables.fault.not-a-choice', { words: fault.words.join(', ') })
  return t(`offerTables.fault.${fault.code}`)
}

const fieldOf = (fault: CellFault, wording: Wording) =>
  fault.code === 'problem' ? nameOfField(fault.field, wording) : ''
