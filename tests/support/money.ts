import { inTransaction } from '../../src/platform/database/transaction.ts'
import type { Town } from './town.ts'

const figure = { source: 'Haushaltsplan', isExample: false }

/** The budgets of two councils at both centres of the town: 2019 is closed, 2020 is open; one decision with votes. */
export async function someMoney({ city, westend, dotzheim, contextOf }: Town) {
  const cityId = city.id

  return inTransaction(contextOf({ kind: 'system' }), async tx => {
    const year = (of: number, budget: string, leadMinutes: number) => ({
      ...{ ...figure, cityId, year: of, budget, leadMinutes },
    })
    await tx
      .insertInto('fiscalYears')
      .values([year(2019, '2018-19', 1170), year(2020, '2020-21', 2340)])
      .execute()
    const amount = (centreId: string, of: number, cents: number) => ({
      ...figure,
      cityId,
      centreId,
      year: of,
      cents,
    })
    await tx
      .insertInto('budgetAmounts')
      .values([
        amount(westend.id, 2019, 30_000_00),
        amount(westend.id, 2020, 60_000_00),
        { ...amount(dotzheim.id, 2020, 50_000_00), source: 'Erfunden', isExample: true },
      ])
      .execute()
    await tx
      .updateTable('fiscalYears')
      .set({ closedOn: Temporal.PlainDate.from('2020-12-31') })
      .where('cityId', '=', cityId)
      .where('year', '=', 2019)
      .execute()
    const { id } = await tx
      .insertInto('councilDecisions')
      .values({ ...figure, cityId, slug: 'doppelt', budget: '2020-21', body: 'council' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const text = (language: string, title: string) => ({
      ...{ cityId, decisionId: id, language, title, wording: `${title}.`, effect: `${title}!` },
    })
    await tx
      .insertInto('councilDecisionTexts')
      .values([text('de', 'Doppelt so viel Geld'), text('ar', 'ضعف المال')])
      .execute()
    const vote = { ...figure, cityId, decisionId: id, isExample: true }
    await tx
      .insertInto('councilVotes')
      .values([
        { ...vote, groupName: 'Fraktion A', ayes: 30, noes: 0, abstentions: 1 },
        { ...vote, groupName: 'Fraktion B', ayes: 12, noes: 9, abstentions: 0 },
      ])
      .execute()
    await tx
      .insertInto('councilStations')
      .values({ ...figure, cityId, decisionId: id, station: 'council' })
      .execute()
    return { decisionId: id }
  })
}
