import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeFor } from './place.ts'

const isRoot = process.getuid?.() === 0
let folder: string

test('data goes where it is wanted when the way is open', async () => {
  await chmod(folder, 0o711)
  const wanted = join(folder, 'clone', 'var')
  expect(await placeFor({ folder: wanted, mayMove: true })).toBe(wanted)
})

test('a folder we make may be passed through, even under a strict umask', async () => {
  await chmod(folder, 0o711)
  const before = process.umask(0o077)
  try {
    await placeFor({ folder: join(folder, 'a', 'b'), mayMove: false })
  } finally {
    process.umask(before)
  }
  for (const made of ['a', 'a/b']) expect((await stat(join(folder, made))).mode & 0o777).toBe(0o711)
})

test.runIf(isRoot)('behind a closed folder the data moves to a place of this clone alone', async () => {
  const elsewhere = join(tmpdir(), `kieznetz-elsewhere-${process.pid}`)
  try {
    const first = await placeFor({ folder: join(folder, 'first', 'var'), mayMove: true }, elsewhere)
    const second = await placeFor({ folder: join(folder, 'second', 'var'), mayMove: true }, elsewhere)
    expect(first).toBe(join(elsewhere, `${folder.slice(1).replaceAll('/', '-')}-first-var`))
    expect(second).not.toBe(first)
  } finally {
    await rm(elsewhere, { recursive: true, force: true })
  }
})

test.runIf(isRoot)('a folder somebody asked for never moves; they learn what stands in the way', async () => {
  await expect(placeFor({ folder: join(folder, 'var'), mayMove: false })).rejects.toThrow(
    `cannot pass through ${folder} to the data folder. Set KIEZNETZ_DATA to a folder it can reach`,
  )
})

test.skipIf(isRoot)('a folder that may not be written is named', async () => {
  await chmod(folder, 0o500)
  await expect(placeFor({ folder: join(folder, 'var'), mayMove: true })).rejects.toThrow(
    'may not be written by you',
  )
})

test('a file in place of the folder is named', async () => {
  await chmod(folder, 0o711)
  await writeFile(join(folder, 'var'), '')
  await expect(placeFor({ folder: join(folder, 'var'), mayMove: true })).rejects.toThrow(
    'a file is in its place',
  )
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kieznetz-place-'))
})

afterEach(async () => {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
})
