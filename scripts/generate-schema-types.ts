import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'

/**
 * Writes the types of the migrated database behind `url` to a file.
 * PostgreSQL calls every column of a view nullable; a view that shows a table as it is gets the table's types.
 * A text that may only say certain words, because a CHECK lists them, has these words as its type.
 */
export const generateSchemaTypes = async (url: string, outFile: string) => {
  const columns = { ...(await columnsWithWords(url)), ...columnsOfViews }
  const { status, stderr } = spawnSync('kysely-codegen', [
    ...['--dialect', 'postgres', '--url', url, '--camel-case', '--default-schema', 'public'],
    ...[
      '--include-pattern',
      '{public,published,figures,identity}.*',
      '--exclude-pattern',
      'public.schema_migrations',
    ],
    ...[
      '--type-mapping',
      JSON.stringify(types),
      '--overrides',
      JSON.stringify({ columns }),
      '--out-file',
      outFile,
    ],
  ])
  if (status !== 0) throw new Error(`kysely-codegen failed: ${stderr}`)
  writeFileSync(outFile, withTableTypes(readFileSync(outFile, 'utf8')))
}

const types = {
  date: 'Temporal.PlainDate',
  timestamptz: 'Temporal.Instant',
  time: 'Temporal.PlainTime',
  int8: 'number',
}

const columnsOfViews = {
  'published.introductions.city_id': 'string',
  'published.introductions.id': 'string',
  'published.introductions.centre_id': 'string',
  'published.introductions.name': 'string',
  'published.introductions.stands_as': "'lead' | 'deputy'",
  'published.introductions.languages': 'string[]',
  'published.joint_dates.city_id': 'string',
  'published.joint_dates.session_id': 'string',
  'published.joint_dates.decided_at': 'Temporal.Instant',
  'published.joint_dates.standing': "'open' | 'nearly' | 'enough' | 'anyway' | 'too-few'",
  'published.intakes.free_places': 'number',
  'published.intakes.city_id': 'string',
  'published.intakes.id': 'string',
  'published.intakes.centre_id': 'string',
  'published.intakes.provider_id': 'string',
  'published.intakes.offer_id': 'string',
  'published.intakes.starts_at': 'Temporal.Instant',
  'published.intakes.age_on': 'Temporal.PlainDate',
  'published.intakes.closes_at': 'Temporal.Instant',
  'published.intakes.is_stopped': 'boolean',
  'published.checked_offers.city_id': 'string',
  'published.checked_offers.offer_id': 'string',
  'published.checked_offers.checked_on': 'Temporal.PlainDate',
  'published.place_rules.city_id': 'string',
  'published.place_rules.offer_id': 'string',
  'published.place_rules.priority': "'first-come' | 'siblings' | 'first-timers' | 'referred'",
  'published.place_rules.giving': "'by-rule' | 'by-hand' | 'after-approval'",
  'published.place_rules.waiting_rule': "'first-that-fits' | 'strict-order'",
  'published.visits.city_id': 'string',
  'published.visits.quarter': 'Temporal.PlainDate',
  'published.visits.adults': 'number',
  'published.visits.children': 'number',
  'published.visits.first_time': 'number',
  'published.visits.sessions_held': 'number',
  'published.visits.sessions_uncounted': 'number',
  'figures.session_figures.city_id': 'string',
  'figures.session_figures.provider_id': 'string',
  'figures.session_figures.centre_id': 'string',
  'figures.session_figures.offer_id': 'string',
  'figures.session_figures.session_id': 'string',
  'figures.session_figures.format': 'string',
  'figures.session_figures.held_on': 'Temporal.PlainDate',
  'figures.session_figures.state': 'string',
}

/** From `CHECK ((kind = ANY (ARRAY['a'::text, 'b'::text])))` on one column to `'a' | 'b'`. */
const columnsWithWords = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`
    select n.nspname as schema, t.relname as "table", a.attname as "column", a.attnotnull as "isNeeded",
      a.atthasdef as "hasDefault", pg_get_constraintdef(c.oid) as rule
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'c' and cardinality(c.conkey) = 1 and n.nspname in ('public', 'identity')
      and a.atttypid = 'text'::regtype and pg_get_constraintdef(c.oid) ~ ' = ANY \\(ARRAY\\['
    order by 1, 2, 3`)
  await client.end()
  return Object.fromEntries(
    rows.map(({ schema, table, column, isNeeded, hasDefault, rule }) => {
      const words = [...rule.matchAll(/'([^']+)'::text/g)].map(([, word]) => `'${word}'`).join(' | ')
      const name = schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`
      const type = isNeeded ? words : `(${words}) | null`
      return [name, hasDefault ? `Generated<${type}>` : type]
    }),
  )
}

const isToldByHand = (view: string) => {
  const name = view
    .replace(/^Published/, '')
    .replace(/(?<!^)[A-Z]/g, '_$&')
    .toLowerCase()
  return Object.keys(columnsOfViews).some(column => column.startsWith(`published.${name}.`))
}

const withTableTypes = (source: string) => {
  const columnsOf = (name: string) =>
    [
      ...(source
        .match(new RegExp(`export interface ${name} \\{([^}]*)\\}`))?.[1]
        ?.matchAll(/^ {2}(\w+):/gm) ?? []),
    ]
      .map(match => match[1] ?? '')
      .sort()
  return source.replace(/("published\.\w+"): (Published(\w+));/g, (line, key, view, table) => {
    const [shown, all] = [columnsOf(view), columnsOf(table)]
    if (shown.join() === all.join()) return `${key}: ${table};`
    // A view of the table as it was, or of some of its columns; what is told by hand stands above.
    const isPart = shown.length > 0 && shown.every(column => all.includes(column)) && !isToldByHand(view)
    return isPart ? `${key}: Pick<${table}, ${shown.map(column => `"${column}"`).join(' | ')}>;` : line
  })
}
