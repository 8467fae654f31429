import { lazyProcess, processFile } from '../lazy-process.ts'
import type { ReadSheet, Sheet } from './sheet.ts'

export type SheetWork = { read: Uint8Array } | { write: Sheet }

// A table of 250 KB that was meant well takes a fraction of this.
const askSheets = lazyProcess<SheetWork, Uint8Array | ReadSheet>(
  processFile('sheet-worker', import.meta.url),
  {
    memoryMegabytes: 256,
  },
)

/** A table as XLSX. */
export const writeXlsx = async (sheet: Sheet) => (await askSheets({ write: sheet })) as Uint8Array

/** The first sheet of an XLSX file; undefined for what is none, or is made to fill the memory. */
export const readXlsx = async (bytes: Uint8Array): Promise<ReadSheet | undefined> => {
  try {
    return (await askSheets({ read: bytes })) as ReadSheet
  } catch {
    return undefined
  }
}
