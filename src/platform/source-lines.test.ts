import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withSourceLines } from './source-lines.ts'

const folder = await mkdtemp(join(tmpdir(), 'kieznetz-lines-'))
const built = join(folder, 'dist', 'cli.js')

test('the stack of an error names the line of the source, that of its cause too', async () => {
  await mkdir(join(folder, 'dist'))
  // The third line of the built file is the first line of the source.
  const map = { version: 3, sources: ['../src/registration/register.ts'], names: [], mappings: ';;AAAA' }
  await writeFile(`${built}.map`, JSON.stringify(map))
  const cause = failedAt(`file://${built}:3:1`)
  const told = withSourceLines(Object.assign(failedAt(`file://${built}:3:1`), { cause }))
  for (const error of [told, cause])
    expect(error.stack).toContain('at register (src/registration/register.ts:1:1)')
})

test('a place without a map stays as it is', () => {
  const place = `file://${folder}/dist/other.js:3:1`
  expect(withSourceLines(failedAt(place)).stack).toContain(`at register (${place})`)
})

afterAll(() => rm(folder, { recursive: true }))

const failedAt = (place: string) =>
  Object.assign(new Error('broken'), { stack: `Error: broken\n    at register (${place})` })
