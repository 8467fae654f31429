import { expect, test } from 'vitest'
import { inLine } from './in-line.ts'

test('a few are let in at a time, in the order of coming, and nobody is forgotten', async () => {
  const inside = new Set<number>()
  const served: number[] = []
  let most = 0
  const serve = (family: number) =>
    inLine('the last place', async () => {
      inside.add(family)
      most = Math.max(most, inside.size)
      await Promise.resolve()
      inside.delete(family)
      served.push(family)
      if (family === 3) throw new Error('a family whose registration failed')
    }).catch(() => {})
  await Promise.all(Array.from({ length: 20 }, (_, family) => serve(family)))
  expect(served).toEqual(Array.from({ length: 20 }, (_, family) => family))
  expect(most).toBe(3)
})

test('who wants something else does not wait', async () => {
  const held = Promise.withResolvers<void>()
  const holding = Array.from({ length: 5 }, () => inLine('the full course', () => held.promise))
  await expect(inLine('another course', async () => 'served')).resolves.toBe('served')
  held.resolve()
  await Promise.all(holding)
})
