import { createHash } from 'node:crypto'

/** What a pack says of one thing, and by which key the thing is known in its file. */
export type Entry<Value> = { key: string; value: Value }
export type StoredRecord = { file: string; key: string; fingerprint: string }
export type Compared<Value> = {
  file: string
  /** Those that are new or have changed, to be written. */
  written: Entry<Value>[]
  added: Set<string>
  /** Keys of what the pack brought once and has no longer. */
  removed: string[]
  unchanged: number
  records: StoredRecord[]
}

/** Compares a file of the pack with what its last import brought; a file that is missing changes nothing. */
export const compare = <Value>(
  file: string,
  entries: readonly Entry<Value>[] | undefined,
  stored: readonly StoredRecord[],
): Compared<Value> => {
  const before = new Map(
    stored.filter(record => record.file === file).map(record => [record.key, record.fingerprint]),
  )
  const result: Compared<Value> = {
    file,
    written: [],
    added: new Set(),
    removed: [],
    unchanged: 0,
    records: [],
  }
  if (!entries) return { ...result, unchanged: before.size }

  const present = new Set<string>()
  for (const entry of entries) {
    present.add(entry.key)
    const fingerprint = fingerprintOf(entry.value)
    if (before.get(entry.key) === fingerprint) {
      result.unchanged++
      continue
    }
    if (!before.has(entry.key)) result.added.add(entry.key)
    result.written.push(entry)
    result.records.push({ file, key: entry.key, fingerprint })
  }
  return { ...result, removed: [...before.keys()].filter(key => !present.has(key)) }
}

const fingerprintOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('base64')

/** Rows that belong to one thing, in the order of the file. */
export const grouped = <Row>(
  rows: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): Entry<Row[]>[] | undefined => rows && [...Map.groupBy(rows, keyOf)].map(([key, value]) => ({ key, value }))

export const single = <Row>(
  rows: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): Entry<Row>[] | undefined => rows?.map(value => ({ key: keyOf(value), value }))
