import { lookup } from 'node:dns/promises'
import { isIP, isIPv4 } from 'node:net'
import { isPublic } from './public-address.ts'

export type Resolved = { address: string; family: 4 | 6 }

/** How far a request goes that follows an address somebody typed. */
export type Reach = {
  mayReach: (address: string) => boolean
  mayUsePort: (port: number) => boolean
  /** All addresses behind a name; asked once, so that a name cannot mean another machine a moment later. */
  resolve: (name: string) => Promise<Resolved[]>
}

/** The open internet, and there only what everybody serves. There is no setting that widens it. */
export const openInternet: Reach = {
  mayReach: isPublic,
  mayUsePort: port => port === 80 || port === 443,
  resolve: async name =>
    isForExamples(name)
      ? []
      : (await lookup(name, { all: true })).map(({ address }) => ({
          address,
          family: isIPv4(address) ? 4 : 6,
        })),
}

/** Names that are nobody's (RFC 2606) are not even asked for: the demo has such addresses, and sends nothing out. */
const isForExamples = (name: string) => /(^|\.)(example|invalid|test)\.?$/i.test(name)

export type Unreachable = 'address' | 'unknown-name' | 'not-public'

/** Where to connect to, or why nobody connects. An address in numbers is its own answer, however it is written. */
export const whereIs = async (url: URL, reach: Reach): Promise<Resolved[] | Unreachable> => {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'address'
  // What is sent along would be stored in the clear, and go to whoever an answer names next.
  if (url.username !== '' || url.password !== '') return 'address'
  if (!reach.mayUsePort(Number(url.port) || (url.protocol === 'https:' ? 443 : 80))) return 'address'
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const resolved = isIP(name)
    ? [{ address: name, family: isIPv4(name) ? (4 as const) : (6 as const) }]
    : await reach.resolve(name).catch(() => [])
  if (resolved.length === 0) return 'unknown-name'
  // One of them would be enough to get in.
  return resolved.every(({ address }) => reach.mayReach(address)) ? resolved : 'not-public'
}
