import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Decision, Station, StationName, Vote } from './money.ts'
import { mayCorrectMoney } from './permissions.ts'
import * as store from './store/corrections.ts'
import { readMoney } from './store/published-money.ts'

type Correcting = Pick<
  Decision,
  'paperNumber' | 'paperUrl' | 'decidedOn' | 'source' | 'isExample' | 'text'
> & {
  stations: Record<StationName, Temporal.PlainDate | null>
  votes: Omit<Vote, 'source' | 'isExample'>[]
  votesAreExamples: boolean
}

/** A decision as the city office finds it before it corrects it. */
export const findDecision = async (context: Context, id: string) => {
  requireThat(mayCorrectMoney(context.actor))
  const { decisions } = await readMoney(context)
  return orNotFound(decisions.find(decision => decision.id === id))
}

/** Corrects a decision of the council: its paper, its day, its words in one language, its stations, its votes. */
export const correctDecision = async (context: Context, id: string, correcting: Correcting) => {
  const before = await findDecision(context, id)
  const after = corrected(before, correcting)
  await inTransaction(context, async tx => {
    const key = { cityId: context.city.id, id }
    orNotFound(await store.lockDecision(tx, key.cityId, id))
    const { text, votes, stations, ...decision } = after
    await store.writeDecision(tx, key, decision)
    await store.writeText(tx, key, text)
    await store.replaceVotes(tx, key, votes)
    for (const station of stations) await store.writeStation(tx, key, station)
    const fields = namesOf(after).filter(
      field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    await record(tx, context, { action: 'decision.corrected', providerId: null, subjectId: id, fields })
  })
}

/** What stays as it was keeps who said it; what changes is said by whom the correction names. */
const corrected = (
  before: Decision,
  { stations, votes, votesAreExamples, ...decision }: Correcting,
): Pick<Decision, keyof Omit<Correcting, 'votesAreExamples'>> => ({
  ...decision,
  stations: before.stations.map((station): Station => {
    const reachedOn = stations[station.station]
    const isSame = String(reachedOn) === String(station.reachedOn)
    return isSame ? station : { ...figureOf(decision), station: station.station, reachedOn }
  }),
  votes: votes.map(vote => {
    const known = before.votes.find(({ groupName }) => groupName === vote.groupName)
    const isSame = known && countsOf(known) === countsOf(vote) && known.isExample === votesAreExamples
    return isSame ? known : { ...vote, source: decision.source, isExample: votesAreExamples }
  }),
})

const figureOf = ({ source, isExample }: Pick<Decision, 'source' | 'isExample'>) => ({ source, isExample })

const countsOf = ({ ayes, noes, abstentions }: Omit<Vote, 'source' | 'isExample'>) =>
  [ayes, noes, abstentions].join()

const namesOf = <Thing extends object>(thing: Thing) => Object.keys(thing) as (keyof Thing & string)[]
