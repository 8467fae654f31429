import { lazyProcess, processFile } from '../lazy-process.ts'

/** A sheet in Typst that reads all of its words from `sys.inputs.data`, and these words. Knows no domain. */
export type Sheet = { template: string; data: unknown }

/**
 * Sets a sheet as PDF/UA-1: tagged, with title, language and fonts of its own. Throws when the sheet breaks a rule of
 * that standard, such as a picture without words. What the library takes is free again when its process ends.
 */
export const makePdf = lazyProcess<Sheet, Uint8Array>(processFile('pdf-worker', import.meta.url))
