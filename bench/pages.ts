import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Load, underLoad } from './load.ts'
import { type Started, startBare } from './processes.ts'
import { queriesOf } from './queries-of.ts'
import { atLeast, median, type Result, rounded } from './result.ts'
import { urlsOfProduct } from './scratch.ts'
import { undoneBy } from './tidy.ts'

const path = '/de/offers'
const barePort = 4_441

type Measuring = { rounds?: number; seconds?: number }
type MeasuringCold = { rounds?: number; amount?: number }

/** The list of offers from memory, against a server that sends the same bytes and knows nothing else. */
export async function measureWarmPage(product: Started, { rounds = 5, seconds = 4 }: Measuring = {}) {
  const headers = { 'accept-encoding': 'br' }
  await fetch(product.url + path, { headers })
  // Until it is packed as tight as it gets.
  await pause(2_500)
  const bare = await startBare('bare-page.ts', barePort, { PAGE_URL: product.url + path })
  return undoneBy(bare.stop, async () => {
    const [ours, theirs] = await inTurn(rounds, [
      () => underLoad(product, { path, headers, seconds }),
      () => underLoad(bare, { path: '/', headers, seconds }),
    ])
    return compared('Public page, warm, one process', 0.8, ours, theirs, 'a bare node:http server')
  })
}

/** The same page made anew for each request, against a handler that asks the database the same. */
export async function measureColdPage(
  product: Started,
  folder: string,
  { rounds = 5, amount = 400 }: MeasuringCold = {},
) {
  const urls = await urlsOfProduct(folder)
  const file = join(folder, 'queries.json')
  await writeFile(file, JSON.stringify(await queriesOf(urls, path)))
  const bare = await startBare('bare-queries.ts', barePort, { QUERIES: file, DATABASE: urls.public })
  return undoneBy(bare.stop, async () => {
    const headers = { 'accept-encoding': 'identity' }
    const [ours, theirs] = await inTurn(rounds, [
      () => underLoad(product, { path, headers, amount, everNewHost: true }),
      () => underLoad(bare, { path: '/', headers, amount }),
    ])
    return compared('The same page, cold (made with its queries)', 0.5, ours, theirs, 'a bare handler')
  })
}

/** By processor time, because what makes the load is tired before the server is. */
export const compared = (name: string, bar: number, ours: Load, theirs: Load, against: string): Result =>
  atLeast(bar, theirs.cpuMs / ours.cpuMs, '×', {
    name,
    detail:
      `${rounded(ours.cpuMs)} ms of processor time a request, ${against} ${rounded(theirs.cpuMs)} ms; ` +
      `${rounded(ours.perSecond)} and ${rounded(theirs.perSecond)} requests/s with the load on the same machine`,
  })

/** Each in turn, several times; the medians. */
export async function inTurn(
  rounds: number,
  measures: [() => Promise<Load>, () => Promise<Load>],
): Promise<[Load, Load]> {
  const loads: [Load[], Load[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    loads[0].push(await measures[0]())
    loads[1].push(await measures[1]())
  }
  return [middleOf(loads[0]), middleOf(loads[1])]
}

const middleOf = (loads: Load[]): Load => ({
  perSecond: median(loads.map(({ perSecond }) => perSecond)),
  cpuMs: median(loads.map(({ cpuMs }) => cpuMs)),
})
