import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimFolder } from './claim.ts'

let folder: string

test('the second one learns who has the folder', async () => {
  await claimed('serve')
  expect(await claimFolder(folder, 'backup')).toMatchObject({
    holder: { pid: process.pid, purpose: 'serve' },
  })
})

test('a folder that was given back is free', async () => {
  await (await claimed('serve')).release()
  await claimed('serve')
})

test.each([
  ['of a process that is gone', { pid: 2 ** 22 + 1, began: '1', purpose: 'serve' }],
  ['whose number a stranger has by now', { pid: process.pid, began: 'another life', purpose: 'serve' }],
  ['cut off in the middle of writing', undefined],
])('a claim %s is taken over', async (_, holder) => {
  await writeFile(join(folder, 'kieznetz.pid'), holder ? JSON.stringify(holder) : '{"pid":')
  await claimed('serve')
})

async function claimed(purpose: string) {
  const claim = await claimFolder(folder, purpose)
  if ('holder' in claim) throw new Error(`held by ${claim.holder.pid}`)
  return claim
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kieznetz-claim-'))
})

afterEach(() => rm(folder, { recursive: true }))
