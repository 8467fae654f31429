import { LRUCache } from 'lru-cache'
import type { Change, Subject } from './change.ts'
import { contains, type Snapshot } from './snapshot.ts'

/** A finished answer as it goes over the wire, and what must be known to send it again. */
export type KeptPage = {
  status: 200
  /** Names and values in turn, as Node writes them fastest; those of a 304 lack what describes the body. */
  headers: readonly string[]
  headersUnchanged: readonly string[]
  etag: string
  encoding: Encoding
  body: Buffer
  /** Milliseconds since 1970: when it changes by itself. */
  freshUntil: number
  /** What the database held when it was made; undefined for what never changes under its address. */
  madeFrom?: { city: string; asOf: Snapshot } | undefined
}

export type Encoding = 'br' | 'gzip' | 'identity'

export type PageCache = ReturnType<typeof createPageCache>

type Options = {
  /** Milliseconds since 1970. */
  now: () => number
  maximumBytes?: number
  /** A rush changes free places many times; pages follow at most this often, and at the latest after this time. */
  placesMayLagFor?: number
}

const changesAreRememberedFor = 10 * 60_000

/**
 * The pages of this process, least recently used ones go first. It is closed until somebody listens to the changes of
 * the database: a page of which nobody would say that it is out of date is neither kept nor found.
 */
export function createPageCache({ now, maximumBytes = 16 * 1024 * 1024, placesMayLagFor = 1_000 }: Options) {
  const pages = new LRUCache<string, KeptPage>({ maxSize: maximumBytes, sizeCalculation: sizeOf })
  let isOpen = false
  let opened = 0
  let heard: (Change & { at: number })[] = []
  const placesToDrop = new Map<string, Change[]>()

  const drop = (changes: readonly Change[]) => {
    heard = heard.filter(({ at }) => at > now() - changesAreRememberedFor)
    heard.push(...changes.map(change => ({ ...change, at: now() })))
    for (const [key, page] of [...pages])
      if (changes.some(change => isOutdatedBy(page, change))) pages.delete(key)
  }

  /** The first change of places shows at once; those that follow wait together until the time is over. */
  const dropPlaces = (change: Change) => {
    const waiting = placesToDrop.get(change.city)
    if (waiting) waiting.push(change)
    else followPlaces(change.city, [change])
  }
  const followPlaces = (city: string, changes: readonly Change[]) => {
    drop(changes)
    placesToDrop.set(city, [])
    setTimeout(() => {
      const waited = placesToDrop.get(city) ?? []
      placesToDrop.delete(city)
      if (waited.length > 0) followPlaces(city, waited)
    }, placesMayLagFor).unref()
  }

  const hear: Record<Subject, (change: Change) => void> = {
    programme: change => drop([change]),
    availability: dropPlaces,
  }

  return {
    /** Somebody listens from now on. What was kept before may have missed a change. */
    open() {
      pages.clear()
      isOpen = true
      opened++
    },
    close() {
      pages.clear()
      isOpen = false
    },
    change: (change: Change) => hear[change.subject](change),

    find(key: string): KeptPage | undefined {
      if (!isOpen) return undefined
      const page = pages.get(key)
      return page && now() < page.freshUntil ? page : undefined
    },
    /** Whoever begins to make a page says so, because it is kept only if the listening was not interrupted since. */
    begin: () => {
      const beganIn = opened
      return {
        keep(key: string, page: KeptPage) {
          const isCurrent = isOpen && beganIn === opened && !heard.some(change => isOutdatedBy(page, change))
          if (isCurrent) pages.set(key, page)
          return isCurrent
        },
      }
    },
    /** Puts a better packed body in the place of the one kept, if that is still there. */
    replace(key: string, page: KeptPage, better: KeptPage) {
      if (pages.peek(key) === page) pages.set(key, better)
    },
    get isOpen() {
      return isOpen
    },
    get count() {
      return pages.size
    },
  }
}

const isOutdatedBy = ({ madeFrom }: KeptPage, { city, transaction }: Change) =>
  madeFrom !== undefined && (city === '*' || city === madeFrom.city) && !contains(madeFrom.asOf, transaction)

/** Strings take up to two bytes a letter; the rest is the object itself. */
const sizeOf = (page: KeptPage, key: string) =>
  page.body.byteLength + 2 * (key.length + page.headers.join('').length) + 512
