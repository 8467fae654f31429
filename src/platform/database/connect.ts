import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { PreparedClient } from './prepared-client.ts'
import type { DB } from './schema.ts'
import { TemporalPlugin } from './temporal-plugin.ts'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>

/**
 * Opens a pool of connections to one address, for one role.
 * Days come as `Temporal.PlainDate`, moments as `Temporal.Instant`, times of day as `Temporal.PlainTime`,
 * whole numbers (also cents in `int8`) as safe integers; a larger one throws.
 */
export const connect = (url: string, { connections = 10 } = {}): Database =>
  new Kysely<DB>({
    dialect: new PostgresDialect({
      pool: openPool(url, connections, { Client: PreparedClient, pipeline: true }),
    }),
    plugins: [
      new CamelCasePlugin({ maintainNestedObjectKeys: true, underscoreBeforeDigits: true }),
      new TemporalPlugin(),
    ],
  })

/** A pool that reads days, times and moments as what they are, and big numbers only where they stay exact. */
const openPool = (url: string, connections: number, further: pg.PoolConfig = {}) => {
  const pool = new pg.Pool({ connectionString: url, max: connections, types: { getTypeParser }, ...further })
  // A connection that the server closes, idle or between two queries, is replaced at the next one; it must not end
  // the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

// pg names no arrays; this is the type `_date` of pg_type.
const arrayOfDates = 1182

const parsers: Record<number, (value: string) => unknown> = {
  [pg.types.builtins.DATE]: value => Temporal.PlainDate.from(value),
  [pg.types.builtins.TIME]: value => Temporal.PlainTime.from(value),
  [pg.types.builtins.TIMESTAMPTZ]: value => Temporal.Instant.from(value),
  [pg.types.builtins.INT8]: safeInteger,
  [arrayOfDates]: value =>
    value === '{}'
      ? []
      : value
          .slice(1, -1)
          .split(',')
          .map(day => Temporal.PlainDate.from(day)),
}

const getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser

function safeInteger(value: string) {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a safe integer`)
  return number
}
