import type { Tx } from '../../platform/database/connect.ts'
import { type Retiming, writeTimes } from './store/sessions.ts'

/**
 * The one place where a date gets other times: whatever goes with a date (its room, for one) goes with it from here.
 * Dates that move to where another one of them stood go first the one that makes way.
 */
export const retime = async (
  tx: Tx,
  { cityId, now }: { cityId: string; now: Temporal.Instant },
  moves: readonly (Retiming & { from: Temporal.Instant })[],
) => {
  const waiting = [...moves]
  while (waiting.length > 0) {
    const standing = new Set(waiting.map(({ from }) => from.epochMilliseconds))
    const free = waiting.filter(
      ({ from, startsAt }) => startsAt.equals(from) || !standing.has(startsAt.epochMilliseconds),
    )
    // Two that change places with each other would wait for ever.
    if (free.length === 0) throw new Error('Dates stand in the way of each other')
    await writeTimes(tx, cityId, free, now)
    for (const move of free) waiting.splice(waiting.indexOf(move), 1)
  }
}
