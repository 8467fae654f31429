import { createHash } from 'node:crypto'
import type { Tx } from './database/connect.ts'
import * as store from './store/audit-links.ts'

/** The last link of a chain. Kept elsewhere, such as in the log, it proves that nothing before it was changed. */
export type ChainHead = { providerId: string | null; position: number; hash: string }

export type ChainFault = {
  providerId: string | null
  position: number
  entryId: string
  fault: 'changed' | 'gap' | 'unchained'
}

/**
 * Links the entries that were appended since the last turn, in the order of their ids, one chain per provider and
 * one for what concerns the city alone. Returns the heads that moved. An entry whose transaction took longer comes
 * later in the chain; one that takes more than a day is found by `verifyChain`.
 */
export async function chainEntries(tx: Tx, cityId: string, limit = 1000): Promise<ChainHead[]> {
  await store.lockChain(tx, cityId)
  const entries = await store.listUnchained(tx, cityId, limit)
  const heads: ChainHead[] = []
  for (const [providerId, ofProvider] of Map.groupBy(entries, entry => entry.providerId)) {
    let head = (await store.findHead(tx, cityId, providerId)) ?? beginning(cityId, providerId)
    const links = ofProvider.map(entry => {
      head = { position: head.position + 1, hash: linkHash(head.hash, entry) }
      return { ...head, entryId: entry.id }
    })
    await store.addLinks(tx, cityId, providerId, links)
    heads.push({ providerId, position: head.position, hash: head.hash.toString('hex') })
  }
  return heads
}

/** Follows every chain of a city from its beginning. What was changed, taken out or never linked comes back as a fault. */
export async function verifyChain(tx: Tx, cityId: string) {
  const faults: ChainFault[] = []
  const heads = new Map<string | null, ChainHead>()
  const hashes = new Map<string | null, Buffer>()
  for await (const { providerId, position, hash, entry } of store.readChains(tx, cityId)) {
    const before = heads.get(providerId)?.position ?? 0
    const previous = hashes.get(providerId) ?? beginning(cityId, providerId).hash
    const at = { providerId, position, entryId: entry.id }
    if (position !== before + 1) faults.push({ ...at, fault: 'gap' })
    else if (!linkHash(previous, entry).equals(hash)) faults.push({ ...at, fault: 'changed' })
    heads.set(providerId, { providerId, position, hash: hash.toString('hex') })
    hashes.set(providerId, hash)
  }
  for (const entry of await store.listForgotten(tx, cityId))
    faults.push({ providerId: entry.providerId, position: 0, entryId: entry.id, fault: 'unchained' })
  return { heads: [...heads.values()], faults }
}

const beginning = (cityId: string, providerId: string | null) => ({
  position: 0,
  hash: createHash('sha256')
    .update(`audit of ${cityId} ${providerId ?? 'city'}`)
    .digest(),
})

/** Field by field in a fixed order, as JSON, so that no two entries look the same. */
const linkHash = (previous: Buffer, entry: store.ChainedEntry) =>
  createHash('sha256')
    .update(previous)
    .update(
      JSON.stringify([
        ...[entry.id, entry.cityId, entry.providerId, entry.at.toString(), entry.accountId, entry.action],
        ...[entry.subjectId, entry.fields, entry.amount],
      ]),
    )
    .digest()
