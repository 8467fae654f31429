import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'

/** What is due at an age ends after it begins. */
export const checkDue = ({ due }: Pack): Fault[] =>
  (due?.rows ?? [])
    .filter(row => row.until_months <= row.from_months)
    .map(row =>
      row.fault('until_months', 'ages-reversed', { from: row.from_months, until: row.until_months }),
    )
