import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const inputs = ['src', 'browser', 'messages', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

/** Whether dist was built from what lies here now; by content, because a checkout changes every date. */
export function buildIsFresh(project) {
  try {
    return readFileSync(stampIn(join(project, 'dist')), 'utf8') === fingerprint(project)
  } catch {
    return false
  }
}

export const stampIn = dist => join(dist, '.built-from')

export function fingerprint(project) {
  const hash = createHash('sha256')
  for (const input of inputs) addTo(hash, project, input)
  return hash.digest('hex')
}

function addTo(hash, project, input) {
  const path = join(project, input)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory())
    for (const name of readdirSync(path).sort()) addTo(hash, project, join(input, name))
  else if (stat && !/\.test\.tsx?$/.test(input))
    hash.update(`${input}\0`).update(readFileSync(path)).update('\0')
}
