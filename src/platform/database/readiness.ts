import { sql } from 'kysely'
import type { Database } from './connect.ts'

/** Throws unless the database answers with the views that public pages read. */
export const assertReady = (db: Database) => sql`select from published.cities limit 1`.execute(db)
