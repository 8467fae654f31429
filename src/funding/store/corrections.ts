import type { Tx } from '../../platform/database/connect.ts'
import type { Figure, StationName, Text, Vote } from '../money.ts'

/** An amount, its centre, and whether its year is closed; locked until the end of the transaction. */
export const lockAmount = (tx: Tx, cityId: string, centreId: string, year: number) =>
  tx
    .selectFrom('budgetAmounts as a')
    .innerJoin('fiscalYears as y', join =>
      join.onRef('y.cityId', '=', 'a.cityId').onRef('y.year', '=', 'a.year'),
    )
    .innerJoin('centres as c', join =>
      join.onRef('c.cityId', '=', 'a.cityId').onRef('c.id', '=', 'a.centreId'),
    )
    .select(['a.cents', 'a.source', 'a.isExample', 'a.year', 'y.closedOn', 'c.name as centre'])
    .where('a.cityId', '=', cityId)
    .where('a.centreId', '=', centreId)
    .where('a.year', '=', year)
    .forUpdate('a')
    .executeTakeFirst()

type AmountKey = { cityId: string; centreId: string; year: number }

export const writeAmount = (
  tx: Tx,
  { cityId, centreId, year }: AmountKey,
  amount: Figure & { cents: number },
) =>
  tx
    .updateTable('budgetAmounts')
    .set(amount)
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('year', '=', year)
    .execute()

export const lockDecision = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('councilDecisions')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

type DecisionKey = { cityId: string; id: string }

export const writeDecision = (
  tx: Tx,
  { cityId, id }: DecisionKey,
  decision: Figure & {
    paperNumber: string | null
    paperUrl: string | null
    decidedOn: Temporal.PlainDate | null
  },
) =>
  tx.updateTable('councilDecisions').set(decision).where('cityId', '=', cityId).where('id', '=', id).execute()

export const writeText = (tx: Tx, { cityId, id }: DecisionKey, { language, ...text }: Text) =>
  tx
    .updateTable('councilDecisionTexts')
    .set(text)
    .where('cityId', '=', cityId)
    .where('decisionId', '=', id)
    .where('language', '=', language)
    .execute()

export const replaceVotes = async (
  tx: Tx,
  { cityId, id: decisionId }: DecisionKey,
  votes: readonly Vote[],
) => {
  await tx
    .deleteFrom('councilVotes')
    .where('cityId', '=', cityId)
    .where('decisionId', '=', decisionId)
    .execute()
  if (votes.length > 0)
    await tx
      .insertInto('councilVotes')
      .values(votes.map(vote => ({ ...vote, cityId, decisionId })))
      .execute()
}

export const writeStation = (
  tx: Tx,
  { cityId, id }: DecisionKey,
  { station, ...change }: Figure & { station: StationName; reachedOn: Temporal.PlainDate | null },
) =>
  tx
    .updateTable('councilStations')
    .set(change)
    .where('cityId', '=', cityId)
    .where('decisionId', '=', id)
    .where('station', '=', station)
    .execute()
