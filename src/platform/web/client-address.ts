import { BlockList, isIP, isIPv4 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'

/** The network address a request comes from, for limits; of IPv6 the network that one household or desk has. */
export const clientAddress = (c: Context): string => c.get('clientAddress')

export type ClientAddresses = ReturnType<typeof clientAddressesBehind>

type Proxies = {
  /** Addresses and ranges such as 10.0.0.0/8. Those on this machine are always believed. */
  proxies: readonly string[]
  /** Told once when somebody else speaks for others, with her address if it lies in a network of the house. */
  onUnknownProxy?: (address: string | undefined) => void
}

/**
 * Finds out for whom a request is made. Each proxy writes behind the others whom it was asked by, so the last one in
 * the list who is no proxy of ours counts: what stands before, anybody may have written.
 */
export const clientAddressesBehind = ({ proxies, onUnknownProxy = () => {} }: Proxies) => {
  const ours = listOf(['127.0.0.0/8', '::1', ...proxies])
  let isTold = false
  return (peer: string, forwardedFor: string | undefined) => {
    const named = forwardedFor?.split(',').map(withoutPort) ?? []
    let client = plain(peer)
    if (named.length > 0 && !isTold && isIP(client) && !contains(ours, client)) {
      isTold = true
      onUnknownProxy(contains(inTheHouse, client) ? client : undefined)
    }
    for (const before of named.reverse()) {
      if (!contains(ours, client) || !isIP(before)) break
      client = before
    }
    return networkOf(client)
  }
}

export const rememberClientAddress =
  (addressOf: ClientAddresses): MiddlewareHandler =>
  (c, next) => {
    const peer = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
    c.set('clientAddress', addressOf(peer, c.req.header('x-forwarded-for')))
    return next()
  }

/** An address, or a range such as 10.0.0.0/8 or fd00::/8. */
export const isAddressOrRange = (text: string) => {
  const [address = '', bits, ...more] = text.split('/')
  const longest = isIPv4(address) ? 32 : 128
  return isIP(address) > 0 && more.length === 0 && (!bits || (/^\d+$/.test(bits) && Number(bits) <= longest))
}

function listOf(entries: readonly string[]) {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    if (bits) list.addSubnet(address, Number(bits), familyOf(address))
    else list.addAddress(address, familyOf(address))
  }
  return list
}

const contains = (list: BlockList, address: string) =>
  isIP(address) > 0 && list.check(address, familyOf(address))

const familyOf = (address: string) => (isIPv4(address) ? 'ipv4' : 'ipv6')

/** 192.0.2.1:5000 and [2001:db8::1]:5000 are written by some proxies. */
const withoutPort = (text: string) => plain(text.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3'))

const plain = (address: string) => address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')

/** A provider of IPv6 gives every household 2^64 addresses; counted one by one a limit would be none. */
const networkOf = (address: string) => {
  if (isIP(address) !== 6) return address
  const [left = [], right = []] = address.split('::').map(part => (part ? part.split(':') : []))
  const zeros = Array<string>(8 - left.length - right.length).fill('0')
  const network = [...left, ...zeros, ...right].slice(0, 4)
  return `${network.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

const inTheHouse = listOf(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'])
