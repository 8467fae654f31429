import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type {
  budgetAmounts,
  decisionStations,
  decisions,
  decisionVotes,
  fiscalYears,
  RowOf,
} from '../tables.ts'
import { insertRows } from './bulk.ts'
import { type Ids, idOf } from './map.ts'

type Year = RowOf<typeof fiscalYears>

export const findClosedYears = async (tx: Tx, cityId: string): Promise<Set<number>> => {
  const rows = await tx
    .selectFrom('fiscalYears')
    .select('year')
    .where('cityId', '=', cityId)
    .where('closedOn', 'is not', null)
    .execute()
  return new Set(rows.map(({ year }) => year))
}

export const writeOpenYears = (tx: Tx, cityId: string, rows: readonly Year[]) =>
  insertRows(
    tx,
    'fiscalYears',
    rows.map(row => ({
      ...{ cityId, year: row.year, budget: row.budget, leadMinutes: row.lead_minutes },
      ...{ source: row.source, isExample: row.example },
    })),
    { by: ['cityId', 'year'] },
  )

export const closeYears = async (tx: Tx, cityId: string, rows: readonly Year[]) => {
  for (const { year, closed_on: closedOn } of rows)
    if (closedOn)
      await tx
        .updateTable('fiscalYears')
        .set({ closedOn })
        .where('cityId', '=', cityId)
        .where('year', '=', year)
        .execute()
}

export const deleteYears = async (tx: Tx, cityId: string, years: number[]) => {
  await sql`delete from fiscal_years where city_id = ${cityId} and year = any (${years}::int[])`.execute(tx)
}

export const writeAmounts = (
  tx: Tx,
  cityId: string,
  rows: readonly RowOf<typeof budgetAmounts>[],
  centreIds: Ids,
) =>
  insertRows(
    tx,
    'budgetAmounts',
    rows.map(row => ({
      ...{ cityId, centreId: idOf(centreIds, row.centre), year: row.year, cents: row.amount_cents },
      ...{ source: row.source, isExample: row.example },
    })),
    { by: ['cityId', 'centreId', 'year'] },
  )

export const deleteAmounts = async (
  tx: Tx,
  cityId: string,
  keys: readonly { centre: string; year: number }[],
  centreIds: Ids,
) => {
  const known = keys.filter(({ centre }) => centreIds.has(centre))
  await sql`delete from budget_amounts b
    using unnest(${known.map(({ centre }) => idOf(centreIds, centre))}::uuid[],
      ${known.map(({ year }) => year)}::int[]) as gone (centre_id, year)
    where b.city_id = ${cityId} and b.centre_id = gone.centre_id and b.year = gone.year`.execute(tx)
}

export const findDecisionIds = async (tx: Tx, cityId: string): Promise<Map<string, string>> => {
  const rows = await tx
    .selectFrom('councilDecisions')
    .select(['id', 'slug'])
    .where('cityId', '=', cityId)
    .execute()
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

export const deleteDecisions = async (tx: Tx, cityId: string, slugs: string[]) => {
  await sql`delete from council_decisions where city_id = ${cityId} and slug = any (${slugs})`.execute(tx)
}

export const writeDecisions = async (
  tx: Tx,
  cityId: string,
  rows: readonly RowOf<typeof decisions>[],
  languages: readonly string[],
  ids: Ids,
) => {
  await insertRows(
    tx,
    'councilDecisions',
    rows.map(row => ({
      ...{ cityId, id: idOf(ids, row.id), slug: row.id, budget: row.budget, body: row.body },
      ...{ paperNumber: row.paper_number, paperUrl: row.link, decidedOn: row.decided_on },
      ...{ source: row.source, isExample: row.example },
    })),
    { by: ['cityId', 'id'] },
  )
  await insertRows(
    tx,
    'councilDecisionTexts',
    rows.flatMap(row =>
      languages.map(language => ({
        ...{ cityId, decisionId: idOf(ids, row.id), language },
        title: row.texts.title[language] ?? '',
        wording: row.texts.wording[language] ?? '',
        effect: row.texts.effect[language] ?? '',
      })),
    ),
    { by: ['cityId', 'decisionId', 'language'] },
  )
}

type PartKey = { decision: string; name: string }

export const writeStations = (
  tx: Tx,
  cityId: string,
  rows: readonly RowOf<typeof decisionStations>[],
  ids: Ids,
) =>
  insertRows(
    tx,
    'councilStations',
    rows.map(row => ({
      ...{ cityId, decisionId: idOf(ids, row.decision), station: row.station, reachedOn: row.reached_on },
      ...{ source: row.source, isExample: row.example },
    })),
    { by: ['cityId', 'decisionId', 'station'] },
  )

export const deleteStations = async (tx: Tx, cityId: string, keys: readonly PartKey[], ids: Ids) => {
  for (const { decisionId, name } of known(keys, ids))
    await tx
      .deleteFrom('councilStations')
      .where('cityId', '=', cityId)
      .where('decisionId', '=', decisionId)
      .where(({ eb, cast }) => eb(cast<string>('station', 'text'), '=', name))
      .execute()
}

export const writeVotes = (tx: Tx, cityId: string, rows: readonly RowOf<typeof decisionVotes>[], ids: Ids) =>
  insertRows(
    tx,
    'councilVotes',
    rows.map(row => ({
      ...{ cityId, decisionId: idOf(ids, row.decision), groupName: row.group },
      ...{ ayes: row.ayes, noes: row.noes, abstentions: row.abstentions },
      ...{ source: row.source, isExample: row.example },
    })),
    { by: ['cityId', 'decisionId', 'groupName'] },
  )

export const deleteVotes = async (tx: Tx, cityId: string, keys: readonly PartKey[], ids: Ids) => {
  for (const { decisionId, name } of known(keys, ids))
    await tx
      .deleteFrom('councilVotes')
      .where('cityId', '=', cityId)
      .where('decisionId', '=', decisionId)
      .where('groupName', '=', name)
      .execute()
}

/** What belonged to a decision that is gone went with it. */
const known = (keys: readonly PartKey[], ids: Ids) =>
  keys.flatMap(({ decision, name }) => {
    const decisionId = ids.get(decision)
    return decisionId ? [{ decisionId, name }] : []
  })
