import { compare, single } from './compare.ts'
import { deleteDue, findDueIds, writeDue as store } from './store/due.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

/** What is due at a child's age; what the pack has no longer is gone. */
export const writeDue = async ({ tx, cityId, pack, stored }: Writing) => {
  const due = compare(
    'due.csv',
    single(pack.due?.rows, row => row.id),
    stored,
  )
  const ids = withNewIds(
    await findDueIds(tx, cityId),
    due.written.map(entry => entry.key),
  )
  await deleteDue(tx, cityId, due.removed)
  await store(tx, cityId, valuesOf(due), pack.languages, ids)
  return due
}
