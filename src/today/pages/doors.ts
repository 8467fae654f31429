import { attendancePaths } from '../../attendance/index.ts'
import type { Tile } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** The few big buttons a lead needs on her first day. */
export const doorsOf = ({ language, t }: Wording): Tile[] => [
  { label: t('today.doors.plan'), href: `/${language}/staff/programme`, icon: 'calendar', tone: 'sun' },
  { label: t('today.doors.count'), href: attendancePaths.uncounted(language), icon: 'people' },
  { label: t('today.doors.figures'), href: `/${language}/staff/figures`, icon: 'chart' },
]
