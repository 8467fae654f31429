import type { LookupFunction } from 'node:net'
import type { Resolved } from './reach.ts'

/** Looks nothing up: a name that now leads elsewhere leads to where it led when it was checked. */
export const onlyTo =
  (found: readonly Resolved[]): LookupFunction =>
  (_, { all }, callback) => {
    const [first] = found
    if (all) callback(null, [...found])
    else callback(null, first?.address ?? '', first?.family)
  }
