import autocannon from 'autocannon'
import { cpuSeconds } from './processes.ts'

export type Load = { perSecond: number; cpuMs: number }
type Loading = {
  path: string
  headers?: Record<string, string>
  /** A header value that is another one each time, so that no two requests are for the same page. */
  everNewHost?: boolean
  /** Whoever asks has it already: 304 is the right answer. */
  isKnown?: boolean
} & ({ seconds: number } | { amount: number })

let next = 0

/** What a server does under load: requests per second, and its own processor time for one of them. */
export async function underLoad(
  { url, pid }: { url: string; pid: number },
  { path, headers = {}, everNewHost = false, isKnown = false, ...length }: Loading,
): Promise<Load> {
  const before = cpuSeconds(pid)
  const began = performance.now()
  const result = await autocannon({
    url: url + path,
    connections: 16,
    ...('seconds' in length ? { duration: length.seconds } : { amount: length.amount }),
    headers,
    ...(everNewHost && {
      requests: [
        {
          setupRequest: request => ({
            ...request,
            headers: { ...headers, host: `city-${process.pid}-${next++}.localhost` },
          }),
        },
      ],
    }),
  })
  const wrong = isKnown ? result.requests.total - result['3xx'] : result.non2xx
  const failed = wrong + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${path} failed`)
  return {
    perSecond: (result.requests.total * 1_000) / (performance.now() - began),
    cpuMs: ((cpuSeconds(pid) - before) * 1_000) / result.requests.total,
  }
}
