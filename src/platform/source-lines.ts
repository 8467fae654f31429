import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Names the lines of the sources in an error's stack instead of those of the built program. The maps are read when
 * the first error comes: kept from the start they would take 25 MB.
 */
export function withSourceLines(error: Error): Error {
  if (error.stack)
    error.stack = error.stack.replaceAll(
      place,
      (all, url, line, column) => sourceOf(url, +line, +column) ?? all,
    )
  if (error.cause instanceof Error) withSourceLines(error.cause)
  return error
}

const place = /(file:\/\/[^\s)]+\/dist\/[^\s)]+\.js):(\d+):(\d+)/g

const maps = new Map<string, SourceMap | undefined>()

function sourceOf(url: string, line: number, column: number): string | undefined {
  if (!maps.has(url)) maps.set(url, readMap(url))
  const entry = maps.get(url)?.findEntry(line - 1, column - 1)
  if (!entry || !('originalSource' in entry)) return undefined
  return `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
}

function readMap(url: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')))
  } catch {
    return undefined
  }
}
