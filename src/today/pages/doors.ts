import { attendancePaths } from '../../attendance/index.ts'
import type { Part } from '../../centres/index.ts'
import { paths as neighbourPaths } from '../../neighbours/index.ts'
import { staffPaths } from '../../planning/index.ts'
import type { Tile } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths as questionPaths } from '../../questions/index.ts'
import { paths as reportingPaths } from '../../reporting/index.ts'
import { paths as roomPaths } from '../../rooms/index.ts'

/** The few big buttons a lead needs on her first day, and what her centre has switched on. */
export const doorsOf = ({ language, t }: Wording, parts: ReadonlySet<Part>): Tile[] => [
  { label: t('today.doors.plan'), href: staffPaths.plan(language), icon: 'calendar', tone: 'sun' },
  { label: t('today.doors.count'), href: attendancePaths.uncounted(language), icon: 'people' },
  { label: t('today.doors.questions'), href: questionPaths.list(language), icon: 'info' },
  { label: t('today.doors.rooms'), href: roomPaths.week(language), icon: 'door' },
  { label: t('today.doors.print'), href: staffPaths.print(language), icon: 'print' },
  ...(parts.has('neighbours')
    ? [
        {
          label: t('today.doors.neighbours'),
          href: neighbourPaths.list(language),
          icon: 'neighbours',
        } as const,
      ]
    : []),
  ...(parts.has('figures')
    ? [{ label: t('today.doors.figures'), href: reportingPaths.figures(language), icon: 'chart' } as const]
    : []),
]
