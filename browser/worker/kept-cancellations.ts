import { worker } from './surroundings.ts'

/** A cancellation waits so long for the network; after it the family would not expect it any more. */
const longest = 48 * 3600 * 1000

/** The address at which one cancels is all that is kept of it; it is deleted once the answer is there. */
type Cancellation = { address: string; keptAt: number }

/** The page of one registration, or the one on which it is cancelled. */
const ownPage = /^(\/[a-z]{2}(?:-[a-z]+)?\/my\/[\w-]{22})(?:\/cancel)?$/

/** Where a registration is cancelled, from its own page or from there; undefined for every other address. */
export const cancellingAt = (address: string) => {
  const [, own] = ownPage.exec(new URL(address).pathname) ?? []
  return own && `${own}/cancel`
}

/** Keeps a cancellation until there is a network again. `now` is in milliseconds. */
export const keepCancellation = async (address: string, now: number) => {
  await onStore('readwrite', store => store.put({ address, keptAt: now } satisfies Cancellation))
  await worker.registration.sync?.register('cancellations').catch(() => {})
}

/** Sends what waits, one after the other; fails where there is still no network, and then all of it goes on waiting. */
export const sendCancellations = (now: number) => {
  sending ??= sendAll(now).finally(() => {
    sending = undefined
  })
  return sending
}

/** A phone says that it is online some seconds before anything comes through. */
export const sendSoon = async (now: number) => {
  for (const seconds of [0, 1, 2, 4, 8]) {
    await new Promise(resolve => setTimeout(resolve, seconds * 1000))
    const isSent = await sendCancellations(now).then(
      () => true,
      () => false,
    )
    if (isSent) return
  }
}

let sending: Promise<void> | undefined

const sendAll = async (now: number) => {
  const waiting = await onStore<Cancellation[]>('readonly', store => store.getAll())
  const isOver = ({ keptAt }: Cancellation) => now - keptAt > longest
  for (const { address } of waiting.filter(isOver)) await end(address, address.replace(/\/cancel$/, ''))
  for (const { address } of waiting.filter(kept => !isOver(kept))) {
    const { status, url } = await fetch(address, { method: 'POST' })
    if (status === 429 || status >= 500) throw new Error('not taken yet')
    await end(address, url)
  }
}

const end = async (address: string, outcome: string) => {
  await onStore('readwrite', store => store.delete(address))
  await showWhereItWaits(address, outcome)
}

/** The page that said it would be sent shows what became of it: cancelled, or why not. */
const showWhereItWaits = async (address: string, outcome: string) => {
  const open = await worker.clients.matchAll({ type: 'window' })
  const waits = open.filter(({ url }) => new URL(url).pathname === address)
  await Promise.all(waits.map(page => page.navigate(outcome)))
}

const onStore = <Result>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest) =>
  new Promise<Result>((resolve, reject) => {
    const opening = indexedDB.open('kieznetz', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('cancellations', { keyPath: 'address' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction('cancellations', mode)
      const asked = ask(transaction.objectStore('cancellations'))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onabort = () => reject(transaction.error)
      asked.onsuccess = () => database.close()
    }
  })
