import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFilledTown, courseLeader } from './support/every-table.ts'
import { databaseForThisFile } from './support/server.ts'

/**
 * Every table there is, asked by three who must not see it: the job of another city, a lead next door, and a
 * transaction that forgot to say who acts. Each refusal has a control: with the policies taken out the same
 * question is answered, so it is they that refuse, and the test can fail.
 */

const database = await databaseForThisFile()
const here = await aFilledTown(database, 'kleinstadt')
const there = await aFilledTown(database, 'nachbarstadt')
const admin = new pg.Client({ connectionString: database.admin })
const app = new pg.Client({ connectionString: database.app })
const reader = new pg.Client({ connectionString: database.public })
beforeAll(() => Promise.all([admin.connect(), app.connect(), reader.connect()]))
afterAll(() => Promise.all([admin.end(), app.end(), reader.end()]))

/** Tables without policies, and why. */
const withoutPolicies: Record<string, string> = {
  schema_migrations: 'belongs to the owner; the application has no right on it',
}
/** Tables that other cities may read, and why. */
const openToOtherCities: Record<string, string> = {
  cities: 'a city is no secret; a request finds its city before anybody acts',
  city_hosts: 'the host name leads to the city',
  city_texts: 'the name of a city',
  heartbeats: 'whether the jobs of the instance still run; belongs to no city',
}
/** What every centre of a city may read of every other, because it is published or about no person. */
const openWithinTheCity: Record<string, string> = {
  ...openToOtherCities,
  ...about('the map of the city', ['catchments', 'centre_texts', 'centres', 'district_aliases', 'districts']),
  ...about('the map of the city', ['district_indicators', 'opening_hours', 'providers', 'quarters']),
  ...about('the calendar of the city', ['school_holidays']),
  ...about('what is due at which age, by law', ['due_matters', 'due_matter_texts']),
  ...about('the start page in sign language', ['sign_language_films']),
  ...about('what the council decided, and what it costs', ['council_decisions', 'council_decision_texts']),
  ...about('what the council decided, and what it costs', ['council_votes', 'council_stations']),
  ...about('what the council decided, and what it costs', ['fiscal_years', 'budget_amounts']),
  ...about('the words that all leads of the city translate alike', ['glossary_terms']),
  ...about('the framework concept', ['concept_versions', 'concept_articles']),
  ...about('the framework concept', ['concept_version_articles', 'concept_article_texts']),
  ...about('how many places an offer has and has left, shown to everybody', ['intakes', 'intake_limits']),
}

const tables = await allTables()
const guarded = tables.filter(table => !withoutPolicies[table])
/** The application may ask these at all; the others only through views and functions of the owner. */
const askable = await tablesTheAppMayAsk()

test.each(guarded)('%s has policies, forced on its owner too', async table => {
  const { rows } = await admin.query(
    `select relrowsecurity and relforcerowsecurity as is_on,
      exists (select from pg_policy where polrelid = pg_class.oid) as has_policies from pg_class where oid = $1::regclass`,
    [table],
  )
  expect(rows).toEqual([{ is_on: true, has_policies: true }])
})

test('every table has rows of both cities, or its tests would prove nothing', async () => {
  for (const table of guarded) {
    const { rows } = await admin.query(
      `select 1 from ${table} where ${belongsTo(table, there.town.city.id)} limit 1`,
    )
    expect(rows, `tests/support/every-table.ts puts no row into ${table}`).toHaveLength(1)
  }
})

describe('another city', () => {
  const thereId = there.town.city.id
  const job = { kind: 'system', city: here.town.city.id }

  test.each(askable.filter(table => !openToOtherCities[table]))('%s cannot be read', async table => {
    const rows = () => countAs(job, `select count(*) from ${table} where ${belongsTo(table, thereId)}`)
    expect(await rows()).toBe(0)
    expect(await withoutPoliciesOn([table], rows)).toBeGreaterThan(0)
  })

  test.each(askable.filter(table => table !== 'heartbeats'))('%s cannot be written', async table => {
    const { rows } = await admin.query(
      `select to_jsonb(t) as row from ${table} t where ${belongsTo(table, thereId)} limit 1`,
    )
    const columns = await insertableColumns(table)
    const write = () =>
      writeAs(
        job,
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
        [rows[0].row],
      )
    expect(await write()).toMatch('row-level security')
    expect(await withoutPoliciesOn(guarded, write)).not.toMatch('row-level security')
  })
})

describe('the lead of the centre next door', () => {
  const { westend, dotzheim } = here
  const nextDoor = {
    ...{
      kind: 'staff',
      city: here.town.city.id,
      account: courseLeader,
      roles: '{centre-lead,course-leader}',
    },
    ...{ centres: `{${dotzheim.centreId}}`, household_centres: `{${dotzheim.centreId}}` },
    offers: `{${dotzheim.led.offerId}}`,
  }

  test.each(askable.filter(table => !openWithinTheCity[table]))('%s cannot be read', async table => {
    const condition = await belongsToCentre(table)
    const rows = () => countAs(nextDoor, `select count(*) from ${table} where ${condition}`)
    expect(await rows()).toBe(0)
    expect(await withoutPoliciesOn(guarded, rows)).toBeGreaterThan(0)
  })

  /** Whoever may read the offer reads these; so it is those of an unpublished one that are asked for. */
  const followingTheirOffer = [
    ...[
      'offer_articles',
      'offer_texts',
      'offer_text_versions',
      'begun_translations',
      'series',
      'sessions',
      'joint_activities',
      'joint_decisions',
    ],
    ...['meeting_point_texts', 'things_to_bring', 'thing_texts', 'reduced_prices'],
  ]

  /** Rows of the KiEZ Westend, as far as nobody else may read them. */
  async function belongsToCentre(table: string) {
    const columns = await columnsOf(table)
    // What is published may be read, so it is the unpublished offer that is asked for.
    if (table === 'offers') return `id = '${westend.notLed.offerId}'`
    if (followingTheirOffer.includes(table)) return `offer_id = '${westend.notLed.offerId}'`
    // She leads an offer there too and may see herself in that list; the others she may not.
    if (table === 'offer_leaders')
      return `centre_id = '${westend.centreId}' and account_id <> '${courseLeader}'`
    if (columns.includes('centre_id')) return `centre_id = '${westend.centreId}'`
    if (columns.includes('room_id')) return `room_id = '${westend.centreId}'`
    if (columns.includes('registration_id')) return `registration_id = '${westend.led.registrationId}'`
    if (columns.includes('provider_id')) return `provider_id = '${westend.providerId}'`
    return `city_id = '${here.town.city.id}'`
  }
})

test.each(askable.filter(table => !openToOtherCities[table]))(
  'who forgets to say who acts reads nothing of %s',
  async table => {
    const rows = () => countAs({}, `select count(*) from ${table}`)
    expect(await rows()).toBe(0)
    expect(await withoutPoliciesOn([table], rows)).toBeGreaterThan(0)
  },
)

describe('the audit log', () => {
  const city = here.town.city.id
  const { providerId } = here.westend
  const signedBy = (account: string, settings: Settings) =>
    writeAs(
      settings,
      `insert into audit_entries (city_id, provider_id, at, account_id, action)
       values ($1, $2, now(), $3, 'offer.published')`,
      [city, providerId, account],
    )
  const kim = { kind: 'staff', city, account: 'kim' }

  test.each([
    ['somebody else', 'petra', kim],
    ['the system', 'system', kim],
    ['nobody', '', { kind: 'staff', city }],
    ['whoever the public desk names', 'petra', { kind: 'desk', city }],
  ])('takes no entry in the name of %s', async (_, account, settings) => {
    expect(await signedBy(account, settings)).toMatch('row-level security')
    expect(await withoutPoliciesOn(['audit_entries'], () => signedBy(account, settings))).toBe('written')
  })

  test('takes her own, and those of a job', async () => {
    expect(await signedBy('kim', kim)).toBe('written')
    expect(await signedBy('system', { kind: 'system', city })).toBe('written')
  })
})

test('what the application may not ask, it is not told', async () => {
  for (const table of tables.filter(name => !askable.includes(name)))
    await expect(app.query(`select 1 from ${table}`)).rejects.toThrow('permission denied')
})

describe('the role of public pages', () => {
  test.each(tables)('may not even ask %s', async table => {
    await expect(reader.query(`select 1 from ${table}`)).rejects.toThrow('permission denied')
  })

  test('the control: with the right to ask, it would be told', async () => {
    await admin.query(
      'grant select on households to kieznetz_public; alter table households disable row level security',
    )
    expect((await reader.query('select 1 from households')).rows).not.toEqual([])
    await admin.query(
      'revoke select on households from kieznetz_public; alter table households enable row level security',
    )
  })

  test('reads views that are made of published things only', async () => {
    const { rows } = await admin.query(
      `select distinct table_name from information_schema.view_table_usage where view_schema = 'published'`,
    )
    const sources = rows.map(({ table_name }) => table_name)
    const personal = [
      'households',
      'household_children',
      'registrations',
      'registration_links',
      'online_links',
      'things_taken',
      'messages',
      'employees',
      'contract_hours',
      'post_assignments',
    ]
    expect(sources.filter(source => [...personal, 'memberships', 'audit_entries'].includes(source))).toEqual(
      [],
    )
    expect(sources).toContain('offers')
  })

  test('cannot reach accounts and sessions', async () => {
    await expect(reader.query('select 1 from identity.accounts')).rejects.toThrow(
      'permission denied for schema',
    )
  })
})

test('the role of the figures may read no name', async () => {
  const { rows } = await admin.query(
    `select distinct table_name from information_schema.column_privileges
     where grantee = 'kieznetz_figures' and table_schema = 'public' order by 1`,
  )
  expect(rows.map(({ table_name }) => table_name)).toEqual([
    ...['head_counts', 'offers', 'post_assignments', 'posts', 'sessions'],
  ])
})

async function allTables() {
  const rows = await askOnce(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  return rows.map(({ name }) => name).sort()
}

async function tablesTheAppMayAsk() {
  const rows = await askOnce(
    `select name from unnest($1::text[]) name where has_table_privilege('kieznetz_app', name, 'select')`,
    [guarded],
  )
  return rows.map(({ name }) => name)
}

/** Before the tests are named, no connection is open yet. */
async function askOnce(sql: string, values: unknown[] = []): Promise<{ name: string }[]> {
  const client = new pg.Client({ connectionString: database.admin })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function columnsOf(table: string) {
  const { rows } = await admin.query(
    `select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows.map(({ attname }) => attname as string)
}

/** Those the application may write; the rest of a row is the database's own to fill in. */
async function insertableColumns(table: string) {
  const { rows } = await app.query(
    `select column_name as name from unnest($2::text[]) column_name
     where has_column_privilege($1, column_name, 'insert')`,
    [table, await columnsOf(table)],
  )
  return rows.map(({ name }) => pg.escapeIdentifier(name)).join(', ')
}

/** What the city owns; `cities` itself by its id, and heartbeats belong to the instance. */
function belongsTo(table: string, cityId: string) {
  if (table === 'heartbeats') return 'true'
  return `${table === 'cities' ? 'id' : 'city_id'} = '${cityId}'`
}

type Settings = Record<string, string>

const asking = async <Result>(settings: Settings, work: () => Promise<Result>) => {
  await app.query('begin')
  try {
    for (const [name, value] of Object.entries(settings))
      await app.query('select set_config($1, $2, true)', [`app.${name}`, value])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

const countAs = (settings: Settings, sql: string) =>
  asking(settings, async () => Number((await app.query(sql)).rows[0].count))

/** What the database said to a write, which is taken back in any case. */
const writeAs = (settings: Settings, sql: string, values: unknown[]) =>
  asking(settings, async () => {
    try {
      await app.query(sql, values)
      return 'written'
    } catch (error) {
      return (error as Error).message
    }
  })

/** The control: asks again with the policies of these tables taken out. */
async function withoutPoliciesOn<Result>(names: readonly string[], work: () => Promise<Result>) {
  const all = (what: string) => names.map(name => `alter table ${name} ${what} row level security;`).join('')
  await admin.query(all('disable'))
  try {
    return await work()
  } finally {
    await admin.query(all('enable'))
  }
}

function about(reason: string, names: string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, reason]))
}
