import { DataTable } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { TallyLine } from '../invitation.ts'

/** How many came, by month and by who handed on the invitation; never who came. */
export const TallyTable = ({ lines, wording }: { lines: readonly TallyLine[]; wording: Wording }) => {
  const { t, number, month } = wording
  if (lines.length === 0) return <p>{t('invitations.tally.none')}</p>
  return (
    <DataTable
      caption={t('invitations.tally.title')}
      rows={[...lines]}
      columns={[
        {
          label: t('invitations.tally.sender'),
          cell: ({ partnerName }) => <bdi>{partnerName ?? t('invitations.tally.former')}</bdi>,
        },
        { label: t('invitations.tally.month'), cell: line => month(line.month) },
        { label: t('invitations.tally.amount'), numeric: true, cell: ({ amount }) => number(amount) },
      ]}
    />
  )
}
