import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { lazyProcess, processFile } from '../lazy-process.ts'
import { spokenTag } from '../wording/wording.ts'
import type { Sheet, SheetWork } from './sheet.ts'

export type { Sheet } from './sheet.ts'

const setting = lazyProcess<SheetWork, Uint8Array>(processFile('pdf-worker', import.meta.url))

/** The sheets that were asked for last, under what stands in them. */
const lately = new LRUCache<string, Promise<Uint8Array>>({ max: 24 })

/**
 * Sets a sheet as PDF/UA-1: tagged, with title, language and fonts of its own. Throws when the sheet breaks a rule of
 * that standard, such as a picture without words. What the library takes is free again when its process ends.
 *
 * A sheet in which nothing has changed is not set again: everybody may ask for one, and whoever asks a thousand times
 * keeps nobody waiting.
 */
export const makePdf = (sheet: Sheet): Promise<Uint8Array> =>
  lately.get(nameOf(sheet, 'pdf')) ?? make(sheet, 'pdf')

/** The first page of a sheet as a PNG of two pixels to a point, kept in the same way. */
export const makePicture = (sheet: Sheet): Promise<Uint8Array> =>
  lately.get(nameOf(sheet, 'png')) ?? make(sheet, 'png')

/** A sheet with names of people: set, and remembered by nobody. */
export const makePrivatePdf = (sheet: Sheet): Promise<Uint8Array> => setSheet(sheet, 'pdf')

/** A sheet is set in languages that typography knows, whatever its words call them. */
const setSheet = ({ template, data }: Sheet, as: SheetWork['as']) => {
  const words = JSON.stringify(data, (name, value) => (name === 'language' ? spokenTag(value) : value))
  return setting({ sheet: { template, data: JSON.parse(words) }, as })
}

const make = (sheet: Sheet, as: SheetWork['as']) => {
  const name = nameOf(sheet, as)
  const made = setSheet(sheet, as)
  lately.set(name, made)
  made.catch(() => lately.delete(name))
  return made
}

const nameOf = (sheet: Sheet, as: SheetWork['as']) =>
  createHash('sha256').update(as).update(JSON.stringify(sheet)).digest('base64url')
