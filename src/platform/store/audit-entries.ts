import type { Insertable } from 'kysely'
import type { Tx } from '../database/connect.ts'
import type { DB } from '../database/schema.ts'

export const insertEntry = (tx: Tx, entry: Insertable<DB['auditEntries']>) =>
  tx.insertInto('auditEntries').values(entry).execute()
