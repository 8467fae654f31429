import type { Context } from 'hono'
import { TooOften } from '../refusals.ts'
import { type ByteRange, byteRangeOf } from './byte-range.ts'
import { clientAddress } from './client-address.ts'
import { rateLimit } from './rate-limit.ts'

/** A film or a recording; `read` gives some of it and fails where something else has taken its place. */
export type Media = {
  type: string
  size: number
  /** Under a mark that no other bytes ever have, or gone from other people's devices within a day. */
  keptFor: 'ever' | 'a-day'
  read: (part: ByteRange) => Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Sends media under an address that changes with what it holds: the part a player asks for, or all of it, read piece by
 * piece as it is taken, so that a slow network holds neither the memory nor the database.
 */
export const mediaSender = () => {
  // Ten parts are the longest film, and a centre with all its tablets shares one network. Players ask for parts; whoever
  // takes a film whole takes as much as ten of them.
  const mayTakePart = rateLimit({ times: 240, seconds: 60 })
  const mayTakeAll = rateLimit({ times: 24, seconds: 60 })

  return async (c: Context, { type, size, keptFor, read }: Media) => {
    const range = byteRangeOf(c.req.header('range'), size)
    if (!range) return c.body(null, 416, { 'content-range': `bytes */${size}` })
    const isPart = range !== 'all'
    if (!(await (isPart ? mayTakePart : mayTakeAll)(clientAddress(c)))) throw new TooOften()

    const part = isPart ? range : { first: 0, last: size - 1 }
    return c.body(asTaken(piecesOf(part, read)), isPart ? 206 : 200, {
      ...{ ...(keptFor === 'ever' ? forEver : forADay), 'content-type': type, 'accept-ranges': 'bytes' },
      'content-length': `${part.last - part.first + 1}`,
      ...(isPart && { 'content-range': `bytes ${part.first}-${part.last}/${size}` }),
    })
  }
}

export const forEver = { 'cache-control': 'public, max-age=31536000, immutable' }
const forADay = { 'cache-control': 'public, max-age=86400' }

const mostInMemory = 256 * 1024

async function* piecesOf({ first, last }: ByteRange, read: Media['read']) {
  for (let at = first; at <= last; at += mostInMemory)
    yield await read({ first: at, last: Math.min(at + mostInMemory - 1, last) })
}

const asTaken = (pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 0 },
  )
