import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type Listener = {
  /** The connection stands, from now on nothing is missed; what was heard before may have gaps. */
  onConnected: () => void
  /** Nothing is heard until it is connected again, which is tried for ever. */
  onLost: () => void
  onHeard: (news: string) => void
}

const betweenQuestions = 5_000
const answerMayTake = 5_000

/**
 * Listens to a channel of the database over a connection of its own. It asks now and then whether the other end is
 * still there, because a cut cable says nothing. Not through a pooler that shares connections between transactions.
 */
export function listenTo(url: string, channel: string, listener: Listener) {
  const stopping = new AbortController()
  const finished = keepListening(url, channel, listener, stopping.signal)
  return {
    stop: () => {
      stopping.abort()
      return finished
    },
  }
}

async function keepListening(url: string, channel: string, listener: Listener, stopping: AbortSignal) {
  while (!stopping.aborted) {
    await listenOnce(url, channel, listener, stopping).catch(() => {})
    listener.onLost()
    await pause(500, undefined, { signal: stopping }).catch(() => {})
  }
}

/** Returns or throws when the connection has ended. */
async function listenOnce(url: string, channel: string, listener: Listener, stopping: AbortSignal) {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'kieznetz listening',
    connectionTimeoutMillis: answerMayTake,
    query_timeout: answerMayTake,
  })
  const ended = new AbortController()
  client.on('error', () => ended.abort())
  client.on('end', () => ended.abort())
  client.on('notification', ({ payload = '' }) => listener.onHeard(payload))
  const over = AbortSignal.any([stopping, ended.signal])
  try {
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    listener.onConnected()
    while (!over.aborted) {
      await pause(betweenQuestions, undefined, { signal: over })
      await client.query('select')
    }
  } finally {
    client.removeAllListeners('notification')
    await Promise.race([client.end(), pause(1_000)])
  }
}
