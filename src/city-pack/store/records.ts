import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { StoredRecord } from '../compare.ts'
import { insertRows } from './bulk.ts'

export const findRecords = (tx: Tx, cityId: string): Promise<StoredRecord[]> =>
  tx.selectFrom('packRecords').select(['file', 'key', 'fingerprint']).where('cityId', '=', cityId).execute()

export const writeRecords = (tx: Tx, cityId: string, records: readonly StoredRecord[]) =>
  insertRows(
    tx,
    'packRecords',
    records.map(({ file, key, fingerprint }) => ({ cityId, file, key, fingerprint })),
    { by: ['cityId', 'file', 'key'] },
  )

export const deleteRecords = async (tx: Tx, cityId: string, file: string, keys: string[]) => {
  await sql`delete from pack_records where city_id = ${cityId} and file = ${file} and key = any (${keys})`.execute(
    tx,
  )
}
