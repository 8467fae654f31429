import { glob, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

/** dependency-cruiser sees who imports the query builder; a transaction that was handed over can be queried without. */
const queries = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/
const mayQuery = /\/store\.ts$|\/store\/|^src\/platform\/database\/|\.test\.tsx?$/

test('SQL is written in stores and in platform/database, and nowhere else', async () => {
  expect(await filesWith(queries, path => !mayQuery.test(path))).toEqual([])
})

test('control: queries in a store would be found', async () => {
  expect(await filesWith(queries, path => path.includes('/store/'))).toContain('src/centres/store/map.ts')
})

/** A sheet with a name on it would stay in memory after the name was deleted. */
const remembered = /\bmakePdf\b|\bmakePicture\b/
const forStaff = /\/staff\/|\bforRoles\b|\bforSignedIn\b/

test('sheets that only staff may print are remembered by nobody', async () => {
  const rememberers = await filesWith(remembered, path => !path.startsWith('src/platform/pdf/'))
  expect(rememberers).toContain('src/print/routes.tsx')
  expect(await filesWith(forStaff, path => rememberers.includes(path))).toEqual([])
})

test('what families write is translated for three lists, and by the engine of the house alone', async () => {
  const asking = await filesWith(/\.translate\(/, path => !path.endsWith('.test.ts'))
  expect(asking).toEqual([
    // Published words of offers.
    'src/planning/translations/suggest-translation.ts',
    'src/understanding/understand.ts',
  ])
  const readers = await filesWith(/understanding\/index\.ts'/, path => !path.startsWith('src/understanding/'))
  expect([...new Set(readers.map(path => path.split('/')[1]))]).toEqual([
    ...['corrections', 'neighbours', 'questions'],
  ])
})

async function filesWith(pattern: RegExp, isMeant: (path: string) => boolean) {
  const found: string[] = []
  for await (const path of glob('src/**/*.{ts,tsx}'))
    if (isMeant(path) && pattern.test(await readFile(path, 'utf8'))) found.push(path)
  return found.sort()
}
