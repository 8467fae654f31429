import { findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { About, Fault, FaultCode } from './faults.ts'
import { faultIn, positionAt } from './read-file.ts'

export type JsonPath = readonly (string | number)[]
/** A value with a way to say what is wrong somewhere in it. */
export type Json = { value: unknown; fault: (path: JsonPath, code: FaultCode, about?: About) => Fault }

export const readJson = (file: string, source: string, faults: Fault[]): Json | undefined => {
  try {
    const value: unknown = JSON.parse(source)
    const offsetOf = offsetsIn(source)
    const fault = (path: JsonPath, code: FaultCode, about: About = {}) => ({
      ...faultIn(file, code, { name: nameOf(path), ...about }),
      ...positionAt(source, offsetOf(path)),
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

/** Where the value at a path begins; where the path ends earlier, the last value on it. Looked for only on a fault. */
const offsetsIn = (source: string) => {
  let tree: ReturnType<typeof parseTree>
  return (path: JsonPath): number => {
    tree ??= parseTree(source)
    for (let steps = path.length; tree && steps > 0; steps--) {
      const node = findNodeAtLocation(tree, path.slice(0, steps))
      if (node) return node.offset
    }
    return tree?.offset ?? 0
  }
}
