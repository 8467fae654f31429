import { DescriptionList, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type CashEntry, kinds, type sheetOf } from '../cash-book.ts'
import type { CashSheet } from '../store/cash.ts'
import { LinesTable } from './lines-table.tsx'

type Props = {
  signed: CashSheet
  lines: readonly CashEntry[]
  sheet: ReturnType<typeof sheetOf>
  wording: Wording
}

/** A day sheet as it was signed, to print and to file: from what lay in the box to what was counted. */
export const SheetPage = ({ signed, lines, sheet, wording }: Props) => {
  const { t, euros } = wording
  const { openingCents, sums, closingCents } = sheet
  return (
    <Stack gap="large">
      <DescriptionList
        items={[
          { term: t('fees.sheet.opening'), value: euros(openingCents) },
          ...kinds
            .filter(kind => sums[kind] > 0)
            .map(kind => ({ term: t(`fees.kind.${kind}`), value: euros(sums[kind]) })),
          { term: t('fees.sheet.expected'), value: euros(signed.expectedCents) },
          { term: t('fees.sheet.counted'), value: <b>{euros(closingCents)}</b> },
        ]}
      />
      {lines.length > 0 && <LinesTable caption={t('fees.box.lines')} lines={lines} wording={wording} />}
      <p class="muted">{t('fees.sheet.keep')}</p>
      <p>{t('fees.sheet.sign')}</p>
    </Stack>
  )
}
