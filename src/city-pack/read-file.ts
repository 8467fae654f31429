import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { About, Fault, FaultCode } from './faults.ts'

const largest = 64 * 1024 * 1024

/** The text of a file with line ends as `\n`; undefined where there is no such file. */
export const readText = async (folder: string, file: string): Promise<string | Fault | undefined> => {
  const path = join(folder, file)
  const entry = await stat(path).catch(() => undefined)
  if (!entry?.isFile()) return undefined
  if (entry.size > largest)
    return faultIn(file, 'too-large', { megabytes: Math.round(entry.size / 1024 ** 2) })
  return decode(file, await readFile(path))
}

const decode = (file: string, bytes: Buffer): string | Fault => {
  if (isUtf16(bytes)) return faultIn(file, 'utf-16')
  if (bytes.includes(0) || signatures.some(signature => bytes.indexOf(signature) === 0)) {
    return faultIn(file, 'binary')
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  if (text.trim() === '') return faultIn(file, 'empty-file')
  return isUtf8(bytes) ? text : { ...faultIn(file, 'not-utf-8'), ...positionAt(text, text.indexOf('\uFFFD')) }
}

/** The line and column of an offset in a text. */
export const positionAt = (text: string, offset: number) => {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

export const faultIn = (file: string, code: FaultCode, about: About = {}): Fault => ({
  ...{ file, line: 1, column: 1, code, about },
})

// A spreadsheet saved as it is (zip, old Excel), a PDF, an image.
const signatures = [
  'PK\x03\x04',
  '\xD0\xCF\x11\xE0',
  '%PDF',
  '\x89PNG',
  '\xFF\xD8\xFF',
  'GIF8',
  '\x1F\x8B',
].map(signature => Buffer.from(signature, 'latin1'))

/** By its mark, or because every other byte is empty. */
const isUtf16 = (bytes: Buffer) => {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') return true
  const sample = bytes.subarray(0, 200)
  const empty = [...sample.keys()].filter(index => sample[index] === 0)
  return empty.length > sample.length / 3 && new Set(empty.map(index => index % 2)).size === 1
}

const isUtf8 = (bytes: Buffer) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
