import { type Column, DataTable } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { addUp, childMeasures, countedIn, type Sums, visitsIn } from '../figures.ts'
import type { Group } from '../figures-chart.ts'

type FiguresTable = { name: string; groups: readonly Group[]; wording: Wording }

/** Who came: adults, children by age, families for the first time. */
export const VisitsTable = (table: FiguresTable) => {
  const { t, number } = table.wording
  const counted = (of: (sums: Sums) => number) => (sums: Sums) =>
    countedIn(sums) === 0 && sums['sessions-held'] > 0 ? t('reporting.unknown') : number(of(sums))
  return (
    <SumsTable
      {...table}
      caption={t('reporting.visitsBy', { by: table.name })}
      sums={[
        { label: t('reporting.visits'), say: counted(visitsIn) },
        { label: t('reporting.adults'), say: counted(sums => sums.adults) },
        ...childMeasures.map(measure => ({
          label: t(`reporting.band.${measure}`),
          say: counted(sums => sums[measure]),
        })),
        { label: t('reporting.firstTime'), say: counted(sums => sums['first-time']) },
      ]}
    />
  )
}

/** What was held: sessions, hours, cancellations, and how many nobody counted. */
export const SessionsTable = (table: FiguresTable) => {
  const { t, number } = table.wording
  const hours = (sums: Sums) => number(Math.round(sums.minutes / 6) / 10)
  return (
    <SumsTable
      {...table}
      caption={t('reporting.sessionsBy', { by: table.name })}
      sums={[
        { label: t('reporting.held'), say: sums => number(sums['sessions-held']) },
        { label: t('reporting.cancelled'), say: sums => number(sums['sessions-cancelled']) },
        { label: t('reporting.uncounted'), say: sums => number(sums['sessions-uncounted']) },
        { label: t('reporting.hours'), say: hours },
        { label: t('reporting.withoutEnd'), say: sums => number(sums['sessions-without-end']) },
      ]}
    />
  )
}

type SaidSum = { label: string; say: (sums: Sums) => string }

const SumsTable = ({
  name,
  groups,
  caption,
  sums,
  wording,
}: FiguresTable & { caption: string; sums: SaidSum[] }) => {
  const total = addUp(groups)
  const columns: Column<Group>[] = [
    { label: name, cell: group => group.name },
    ...sums.map(({ label, say }) => ({ label, cell: (group: Group) => say(group.sums), numeric: true })),
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={[...groups]}
      total={
        groups.length > 1
          ? [wording.t('reporting.together'), ...sums.map(({ say }) => say(total))]
          : undefined
      }
    />
  )
}
