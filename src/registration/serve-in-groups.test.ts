import { expect, test } from 'vitest'
import { serveInGroups } from './serve-in-groups.ts'

test('who comes while others are served is served in the next group, in the order of coming', async () => {
  const groups: number[][] = []
  const serve = serveInGroups(async (families: readonly number[]) => {
    groups.push([...families])
    await Promise.resolve()
    return families.map(family => `answer to ${family}`)
  })
  const answers = await Promise.all([1, 2, 3, 4].map(family => serve('the last place', family)))
  expect(groups).toEqual([[1], [2, 3, 4]])
  expect(answers).toEqual(['answer to 1', 'answer to 2', 'answer to 3', 'answer to 4'])
})

test('no group is larger than fifty', async () => {
  const sizes: number[] = []
  const serve = serveInGroups(async (families: readonly number[]) => {
    sizes.push(families.length)
    return families
  })
  await Promise.all(Array.from({ length: 120 }, (_, family) => serve('the last place', family)))
  expect(sizes).toEqual([1, 50, 50, 19])
})

test('what goes wrong for one is answered to that one; the others of its group have their answers', async () => {
  const serve = serveInGroups(async (families: readonly number[]) => {
    if (families.includes(3)) throw new Error('family 3 cannot be entered')
    return families
  })
  const answers = await Promise.allSettled([1, 2, 3, 4].map(family => serve('the last place', family)))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

test('who wants something else does not wait', async () => {
  const held = Promise.withResolvers<readonly string[]>()
  const serve = serveInGroups((families: readonly string[]) =>
    families.includes('Kaya') ? held.promise : Promise.resolve(families),
  )
  const waiting = serve('the full course', 'Kaya')
  await expect(serve('another course', 'Novak')).resolves.toBe('Novak')
  held.resolve(['Kaya'])
  await expect(waiting).resolves.toBe('Kaya')
})
