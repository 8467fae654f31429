import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { connect } from '../src/platform/database/connect.ts'
import { languages } from '../src/platform/wording/wording.ts'
import { databaseForThisFile } from './support/server.ts'

const db = connect((await databaseForThisFile()).owner)
afterAll(() => db.destroy())

test('every table that keeps in which language somebody reads has room for its name', async () => {
  const { rows } = await sql<{ of: string; most: number }>`
    select conrelid::regclass::text as of,
      (regexp_match(pg_get_constraintdef(oid), 'length[(](?:language|written_in)[)] <= ([0-9]+)'))[1]::int as most
    from pg_constraint where contype = 'c'
      and pg_get_constraintdef(oid) ~ 'length[(](language|written_in)[)] <= [0-9]+'`.execute(db)
  expect(rows.length).toBeGreaterThan(1)
  const longest = Math.max(...languages.map(language => language.length))
  expect(rows.filter(({ most }) => most < longest)).toEqual([])
})
