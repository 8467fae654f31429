import { DataTable } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Sheet } from '../read-doorstep.ts'
import { kitsInWords } from './sheet-page.tsx'

type Props = { sheet: Sheet; wording: Wording }

/** The sheet of a round on A4: a line for each door in walking order, with three boxes to tick. */
export const PaperSheetPage = ({ sheet: { round, requests, kits }, wording }: Props) => {
  const { t, day } = wording
  return (
    <div class="paper-sheet stack">
      <p class="muted no-print">{t('doorstep.paper.hint')}</p>
      <DataTable
        caption={t('doorstep.paper.caption', { count: requests.length })}
        rows={requests}
        columns={[
          {
            label: t('doorstep.paper.door'),
            cell: ({ street, houseNumber }) => <bdi>{`${street} ${houseNumber}`}</bdi>,
          },
          {
            label: t('doorstep.sheet.bell'),
            cell: ({ called, neverRing, hint }) => (
              <>
                <bdi>{called}</bdi>
                {neverRing && (
                  <>
                    <br />
                    <b>{t('doorstep.sheet.neverRing')}</b>
                  </>
                )}
                {hint && (
                  <>
                    <br />
                    <small dir="auto">{hint}</small>
                  </>
                )}
              </>
            ),
          },
          { label: t('doorstep.own.kits'), cell: request => kitsInWords(request.kits, kits, wording) },
          { label: t('doorstep.paper.hungUp'), cell: () => <Box /> },
          { label: t('doorstep.paper.notFound'), cell: () => <Box /> },
          { label: t('doorstep.paper.neverRing'), cell: ({ neverRing }) => <Box isTicked={neverRing} /> },
        ]}
      />
      <p>{t('doorstep.paper.shred', { day: day(round.deleteOn) })}</p>
    </div>
  )
}

const Box = ({ isTicked }: { isTicked?: boolean }) => <span class="tick-box">{isTicked && '×'}</span>
