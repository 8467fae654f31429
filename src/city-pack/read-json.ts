import type { About, Fault, FaultCode } from './faults.ts'
import { faultIn, positionAt } from './read-file.ts'

export type JsonPath = readonly (string | number)[]
/** A value with a way to say what is wrong somewhere in it. */
export type Json = { value: unknown; fault: (path: JsonPath, code: FaultCode, about?: About) => Fault }

export const readJson = (file: string, source: string, faults: Fault[]): Json | undefined => {
  try {
    const value: unknown = JSON.parse(source)
    const fault = (path: JsonPath, code: FaultCode, about: About = {}) => ({
      ...faultIn(file, code, { name: nameOf(path), ...about }),
      ...positionAt(source, offsetOf(source, path)),
    })
    return { value, fault }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const offset = /position (\d+)/.exec(error.message)?.[1]
    const position = positionAt(source, offset === undefined ? source.length : Number(offset))
    faults.push({ ...faultIn(file, 'broken-json'), ...position })
    return undefined
  }
}

const nameOf = (path: JsonPath) =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index ? '.' : ''}${step}`)).join('')

/** Where the value at a path begins; where the path ends earlier, the last value on it. */
const offsetOf = (source: string, path: JsonPath): number => {
  let offset = skipBlank(source, 0)
  for (const step of path) {
    const next =
      typeof step === 'number' ? offsetOfItem(source, offset, step) : offsetOfField(source, offset, step)
    if (next === undefined) break
    offset = next
  }
  return offset
}

const offsetOfItem = (source: string, start: number, wanted: number) => {
  let offset = skipBlank(source, start + 1)
  for (let index = 0; source[offset] !== ']'; index++) {
    if (index === wanted) return offset
    offset = skipComma(source, endOfValue(source, offset))
  }
  return undefined
}

const offsetOfField = (source: string, start: number, wanted: string) => {
  let offset = skipBlank(source, start + 1)
  while (source[offset] === '"') {
    const end = endOfValue(source, offset)
    const value = skipBlank(source, source.indexOf(':', end) + 1)
    if (JSON.parse(source.slice(offset, end)) === wanted) return value
    offset = skipComma(source, endOfValue(source, value))
  }
  return undefined
}

/** The source is known to be whole: brackets and quotation marks match. */
const endOfValue = (source: string, start: number) => {
  let depth = 0
  for (let offset = start; offset < source.length; offset++) {
    const mark = source[offset] ?? ''
    if (mark === '"') offset = endOfString(source, offset)
    else if ('[{'.includes(mark)) depth++
    else if (depth > 0 && ']}'.includes(mark)) depth--
    else if (depth === 0 && ',]}'.includes(mark)) return offset
    if (depth === 0 && '"]}'.includes(mark)) return offset + 1
  }
  return source.length
}

/** The offset of the closing quotation mark. */
const endOfString = (source: string, start: number) => {
  let offset = start + 1
  while (source[offset] !== '"') offset += source[offset] === '\\' ? 2 : 1
  return offset
}

const skipBlank = (source: string, offset: number) => {
  let next = offset
  while (/\s/.test(source[next] ?? '')) next++
  return next
}

const skipComma = (source: string, offset: number) => {
  const next = skipBlank(source, offset)
  return source[next] === ',' ? skipBlank(source, next + 1) : next
}
