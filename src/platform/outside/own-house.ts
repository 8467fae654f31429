import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as securedRequest } from 'node:https'
import { BlockList, isIPv4 } from 'node:net'
import { OperatorError } from '../operator-error.ts'
import { onlyTo } from './only-to.ts'
import { openInternet, type Reach, whereIs } from './reach.ts'

/**
 * Whether an address belongs to the machine itself or to a private network (RFC 1918, RFC 4193). Not those that
 * providers share among their customers (100.64.0.0/10), nor those under which clouds keep their passwords (169.254).
 */
export const isOwnHouse = (address: string) => inside.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

/** The own machine and private networks alone: the counterpart of the open internet. */
export const ownHouse: Reach = {
  mayReach: isOwnHouse,
  mayUsePort: () => true,
  resolve: openInternet.resolve,
}

/** Throws when an address leads out of the house. A name that nobody knows yet is looked up again when it is used. */
export const assertInside = async (url: URL, reach = ownHouse) => {
  const found = await whereIs(url, reach)
  if (found === 'address' || found === 'not-public')
    throw new OperatorError(
      `${url.host} is not on this machine or in a private network, and what families write goes nowhere else. ` +
        'TRANSLATE_INSIDE_URL names an engine of your own, such as http://127.0.0.1:5000.',
    )
}

/**
 * Posts JSON to a machine of the house and to no other: the name is resolved once, each of its addresses has to be
 * inside, and the connection goes to one of those. Redirects are not followed.
 */
export const postInside = async (
  url: URL,
  body: object,
  { milliseconds, bytes }: Limits,
  reach = ownHouse,
) => {
  const signal = AbortSignal.timeout(milliseconds)
  const found = await whereIs(url, reach)
  if (typeof found === 'string') throw new Error(`Not in the house: ${found}`)
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const begin = url.protocol === 'https:' ? securedRequest : plainRequest
    const headers = { 'content-type': 'application/json' }
    begin(url, { method: 'POST', agent: false, signal, lookup: onlyTo(found), headers }, resolve)
      .on('error', reject)
      .end(JSON.stringify(body))
  })
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length
    if (length > bytes) throw new RangeError('The answer is too long')
    parts.push(part)
  }
  return new Response(Buffer.concat(parts), { status: answer.statusCode ?? 502 })
}

type Limits = { milliseconds: number; bytes: number }

const inside = new BlockList()
inside.addSubnet('127.0.0.0', 8)
inside.addSubnet('10.0.0.0', 8)
inside.addSubnet('172.16.0.0', 12)
inside.addSubnet('192.168.0.0', 16)
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')
