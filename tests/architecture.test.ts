import { glob, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import { expect, test } from 'vitest'

/** What nearly everybody may know; ARCHITECTURE.md says so below its lines. */
const known = ['platform', 'identity', 'centres', 'outreach', 'codes', 'understanding', 'reach']
/** What knows most of the others. */
const atTheEdge = ['app', 'cli', 'today', 'privacy']

test('ARCHITECTURE.md says who knows whom, as the imports do', async () => {
  const written = linesOf(await readFile('ARCHITECTURE.md', 'utf8'))
  expect(written).toEqual(await importsBetweenCapabilities())
})

const linesOf = (text: string) => {
  const [, block = ''] = text.split('```', 2)
  const lines = block.split('\n').flatMap(line => {
    const [who, whom] = line
      .replaceAll(/\(.*?\)/g, '')
      .split('→')
      .slice(-2)
      .map(namesOf)
    const told = whom?.filter(name => !known.includes(name)).sort()
    return who && told?.length ? who.map(name => [name, told] as const) : []
  })
  return Object.fromEntries(lines.filter(([name]) => !atTheEdge.includes(name)))
}

const namesOf = (names: string) => names.split(',').map(name => name.trim())

async function importsBetweenCapabilities() {
  const found: Record<string, Set<string>> = {}
  for await (const path of glob('src/*/**/*.{ts,tsx}')) {
    const capability = capabilityOf(path)
    if (path.includes('.test.') || atTheEdge.includes(capability)) continue
    for (const [, file = ''] of (await readFile(path, 'utf8')).matchAll(/from '(\.[^']+)'/g)) {
      const imported = capabilityOf(posix.join(posix.dirname(path), file))
      if (!imported || imported === capability || known.includes(imported)) continue
      found[capability] ??= new Set()
      found[capability].add(imported)
    }
  }
  return Object.fromEntries(Object.entries(found).map(([who, whom]) => [who, [...whom].sort()]))
}

const capabilityOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? ''
