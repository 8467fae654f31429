import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes the types of the migrated database behind `url` to a file.
 * PostgreSQL calls every column of a view nullable; a view that shows a table as it is gets the table's types.
 */
export const generateSchemaTypes = (url: string, outFile: string) => {
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

const columns = {
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
  'figures.session_figures.city_id': 'string',
  'figures.session_figures.provider_id': 'string',
  'figures.session_figures.centre_id': 'string',
  'figures.session_figures.offer_id': 'string',
  'figures.session_figures.session_id': 'string',
  'figures.session_figures.format': 'string',
  'figures.session_figures.held_on': 'Temporal.PlainDate',
  'figures.session_figures.state': 'string',
}

const withTableTypes = (source: string) => {
  const columnsOf = (name: string) =>
    [
      ...(source
        .match(new RegExp(`export interface ${name} \\{([^}]*)\\}`))?.[1]
        ?.matchAll(/^ {2}(\w+):/gm) ?? []),
    ]
      .map(match => match[1])
      .sort()
      .join()
  return source.replace(/("published\.\w+"): (Published(\w+));/g, (line, key, view, table) =>
    columnsOf(view) === columnsOf(table) ? `${key}: ${table};` : line,
  )
}
