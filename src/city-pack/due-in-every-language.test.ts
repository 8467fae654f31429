import { expect, test } from 'vitest'
import { languages } from '../platform/wording/wording.ts'
import type { Fault } from './faults.ts'
import { readPack } from './read-pack.ts'

test('what is due in Wiesbaden is there in every language that its families read', async () => {
  const faults: Fault[] = []
  const pack = await readPack('cities/wiesbaden', faults)
  const matters = pack?.due?.rows ?? []
  const missing = matters.flatMap(({ id, texts }) =>
    languages
      .filter(language => !(texts.title?.[language] && texts.body?.[language]))
      .map(language => `${id} ${language}`),
  )
  expect(matters.length).toBeGreaterThan(10)
  expect(missing).toEqual([])
})
