import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * The network address a request comes from, for limits. A proxy on this machine is believed when it names the
 * address it speaks for; nobody else is, or everybody could choose an address.
 */
export const clientAddress = (c: Context): string => {
  const peer = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
  const named = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isLoopback(peer) && named ? named : peer
}

const isLoopback = (address: string) => address === '::1' || /^(::ffff:)?127\./.test(address)
