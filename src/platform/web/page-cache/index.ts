import { listenTo } from '../../database/listen.ts'
import { readChange } from './change.ts'
import { answerKept, type KeptAddress, placesBy } from './front.ts'
import { type Answer, type Incoming, keeping } from './keeping.ts'
import { packWhenIdle } from './packing.ts'
import { createPageCache } from './page-cache.ts'

export { isUnchanged, type KeptAddress } from './front.ts'
export { asOfHeader, tellFreshUntil } from './keeping.ts'

type Options = {
  answer: Answer
  keptAddress: KeptAddress
  /** The port in the address from outside, if it has one. */
  publicPort: string | undefined
  clock: () => Temporal.Instant
  /** The database whose changes are heard: the one that is written to. */
  listenUrl: string
}

/** Everything that answers requests, with finished pages kept in front of the framework. */
export function withPageCache({ answer, keptAddress, publicPort, clock, listenUrl }: Options) {
  const cache = createPageCache({ now: () => clock().epochMilliseconds })
  const packing = packWhenIdle(cache)
  const placeOf = placesBy(keptAddress, publicPort)
  const listening = listenTo(listenUrl, 'kieznetz_changes', {
    onConnected: cache.open,
    onLost: cache.close,
    onHeard(news) {
      const change = readChange(news)
      if (change) cache.change(change)
    },
  })
  const answerOrKeep = keeping(answer, cache, placeOf, packing.add)
  return {
    // Whoever listens brings Node's own request along.
    fetch: (request: Request, environment?: unknown) => answerOrKeep(request, environment as Incoming),
    answerFirst: answerKept(cache, placeOf),
    cache,
    async stop() {
      packing.stop()
      await listening.stop()
    },
  }
}
