import type { Context } from '../../identity/index.ts'
import type { Decision, Money, Station, StationName, Text, Vote } from '../money.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** All that is published about the money of the centres: years, amounts, decisions with their votes and stations. */
export const readMoney = async (reading: Reading): Promise<Money> => {
  const { db, city } = reading
  const [years, centres, amounts, decisions] = await Promise.all([
    db
      .selectFrom('published.fiscalYears')
      .select(['year', 'budget', 'leadMinutes', 'closedOn', 'source', 'isExample'])
      .where('cityId', '=', city.id)
      .orderBy('year')
      .execute(),
    db
      .selectFrom('published.centres')
      .select(['id', 'name'])
      .where('cityId', '=', city.id)
      .orderBy('name')
      .execute(),
    db
      .selectFrom('published.budgetAmounts')
      .select(['centreId', 'year', 'cents', 'source', 'isExample'])
      .where('cityId', '=', city.id)
      .execute(),
    listDecisions(reading),
  ])
  return { years, centres, amounts, decisions }
}

const listDecisions = async ({ db, city, language }: Reading): Promise<Decision[]> => {
  const [decisions, texts, votes, stations] = await Promise.all([
    db
      .selectFrom('published.councilDecisions')
      .select(['id', 'budget', 'paperNumber', 'paperUrl', 'body', 'decidedOn', 'source', 'isExample'])
      .where('cityId', '=', city.id)
      .orderBy('budget', 'desc')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('published.councilDecisionTexts')
      .select(['decisionId', 'language', 'title', 'wording', 'effect'])
      .where('cityId', '=', city.id)
      .execute(),
    db
      .selectFrom('published.councilVotes')
      .select(['decisionId', 'groupName', 'ayes', 'noes', 'abstentions', 'source', 'isExample'])
      .where('cityId', '=', city.id)
      .orderBy('groupName')
      .execute(),
    db
      .selectFrom('published.councilStations')
      .select(['decisionId', 'station', 'reachedOn', 'source', 'isExample'])
      .where('cityId', '=', city.id)
      .execute(),
  ])
  const of = <Part extends { decisionId: string }>(parts: Part[], id: string) =>
    parts.flatMap(({ decisionId, ...part }) => (decisionId === id ? [part] : []))
  return decisions.map(decision => ({
    ...decision,
    body: decision.body as Decision['body'],
    text: textIn(language, city.languages, of(texts, decision.id)),
    votes: of(votes, decision.id) satisfies Vote[],
    stations: of(stations, decision.id).map(
      (each): Station => ({ ...each, station: each.station as StationName }),
    ),
  }))
}

const textIn = (language: string, languages: readonly string[], texts: readonly Text[]): Text => {
  const written = [language, ...languages].flatMap(wanted =>
    texts.filter(text => text.language === wanted && text.title !== ''),
  )
  return written[0] ?? { language, title: '', wording: '', effect: '' }
}
