import { expect, test, vi } from 'vitest'
import type { Known, OddJob } from '../../tests/support/odd-jobs.ts'
import { lazyProcess } from './lazy-process.ts'

const file = 'tests/support/odd-jobs.ts'

test('one process does all work, apart from ours, and knows none of our settings', async () => {
  const ask = lazyProcess<OddJob, Known>(file)
  const [first, second] = await Promise.all([ask('who'), ask('who')])
  expect(second.pid).toBe(first.pid)
  expect(first.pid).not.toBe(process.pid)
  expect(first.environment.filter(name => !name.startsWith('NODE_CHANNEL'))).toEqual([])
})

test('work that is at fault says why, and the next is done all the same', async () => {
  const ask = lazyProcess<OddJob, Known>(file)
  const before = await ask('who')
  await expect(ask('fault')).rejects.toThrow('This cannot be done.')
  expect((await ask('who')).pid).toBe(before.pid)
})

test('a process that dies leaves nobody waiting; another one goes on', async () => {
  const ask = lazyProcess<OddJob, Known>(file)
  const before = await ask('who')
  await expect(ask('die')).rejects.toThrow('ended before it had answered')
  expect((await ask('who')).pid).not.toBe(before.pid)
})

test('whoever stands in a long line is served: the limit is for one work, not for the waiting', async () => {
  const ask = lazyProcess<OddJob, Known>(file, { longest: 1_200 })
  await ask('who')
  const served = await Promise.all(Array.from({ length: 5 }, () => ask('slow')))
  expect(new Set(served.map(({ pid }) => pid)).size).toBe(1)
})

test('work that ends the process takes none with it that stands behind it', async () => {
  const ask = lazyProcess<OddJob, Known>(file)
  const [deadly, behind] = await Promise.allSettled([ask('die'), ask('who')])
  expect([deadly.status, behind.status]).toEqual(['rejected', 'fulfilled'])
})

test('it ends when nothing was asked of it for a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const ask = lazyProcess<OddJob, Known>(file)
  const { pid } = await ask('who')
  vi.advanceTimersByTime(29_000)
  expect(isThere(pid)).toBe(true)
  vi.advanceTimersByTime(2_000)
  vi.useRealTimers()
  await vi.waitUntil(() => !isThere(pid), 5_000)
})

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
