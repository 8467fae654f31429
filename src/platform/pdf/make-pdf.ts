import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { lazyProcess, processFile } from '../lazy-process.ts'

/** A sheet in Typst that reads all of its words from `sys.inputs.data`, and these words. Knows no domain. */
export type Sheet = { template: string; data: unknown }

const setSheet = lazyProcess<Sheet, Uint8Array>(processFile('pdf-worker', import.meta.url))

/** The sheets that were asked for last, under what stands in them. */
const lately = new LRUCache<string, Promise<Uint8Array>>({ max: 8 })

/**
 * Sets a sheet as PDF/UA-1: tagged, with title, language and fonts of its own. Throws when the sheet breaks a rule of
 * that standard, such as a picture without words. What the library takes is free again when its process ends.
 *
 * A sheet in which nothing has changed is not set again: everybody may ask for one, and whoever asks a thousand times
 * keeps nobody waiting.
 */
export const makePdf = (sheet: Sheet): Promise<Uint8Array> => {
  const key = createHash('sha256').update(JSON.stringify(sheet)).digest('base64url')
  const known = lately.get(key)
  if (known) return known
  const made = setSheet(sheet)
  lately.set(key, made)
  made.catch(() => lately.delete(key))
  return made
}
