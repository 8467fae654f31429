import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from './faults.ts'
import { faultIn, readText } from './read-file.ts'

export const filmFiles = { film: 'sign-language.mp4', captions: 'sign-language.vtt' } as const

/** The start page explained in sign language; `mark` changes with the film and with its captions. */
export type Film = { bytes: Buffer; captions: string; mark: string }

const largest = 10 * 1024 * 1024

/** The film with its captions, which it must not lack (WCAG 1.2.2); undefined where the pack has none. */
export const readFilm = async (folder: string, faults: Fault[]): Promise<Film | undefined> => {
  const path = join(folder, filmFiles.film)
  const entry = await stat(path).catch(() => undefined)
  const captions = await readText(folder, filmFiles.captions)
  if (!entry?.isFile()) {
    if (captions !== undefined) faults.push(faultIn(filmFiles.film, 'missing-file'))
    return undefined
  }
  if (entry.size > largest) {
    const megabytes = Math.ceil(entry.size / 1024 ** 2)
    faults.push(faultIn(filmFiles.film, 'film-too-large', { megabytes }))
    return undefined
  }
  const bytes = await readFile(path)
  const found = [...filmFaults(bytes), ...captionFaults(captions)]
  faults.push(...found)
  return found.length > 0 || typeof captions !== 'string'
    ? undefined
    : { bytes, captions, mark: markOf(bytes, captions) }
}

/** Every MP4 begins with a box that says of which kind it is (ISO 14496-12). */
const filmFaults = (bytes: Buffer) =>
  bytes.subarray(4, 8).toString('latin1') === 'ftyp' ? [] : [faultIn(filmFiles.film, 'not-a-film')]

const captionFaults = (captions: Awaited<ReturnType<typeof readText>>): Fault[] => {
  if (captions === undefined) return [faultIn(filmFiles.captions, 'missing-file')]
  if (typeof captions !== 'string') return [captions]
  return /^WEBVTT(\s|$)/.test(captions) ? [] : [faultIn(filmFiles.captions, 'not-captions')]
}

const markOf = (bytes: Buffer, captions: string) =>
  createHash('sha256').update(bytes).update(captions).digest('base64url').slice(0, 11)
