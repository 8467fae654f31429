import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { drawMap } from '../src/centres/map.ts'
import { readDistricts } from '../src/city-pack/read-districts.ts'
import { readJson } from '../src/city-pack/read-json.ts'
import { simplified } from '../src/city-pack/simplify.ts'

test.each(['wiesbaden', 'beispielstadt'])('all districts of %s are drawn with at most 2.5 KB', async city => {
  const file = `cities/${city}/districts.geojson`
  const json = readJson(file, await readFile(file, 'utf8'), [])
  if (!json) throw new Error(`${file} cannot be read.`)
  const { districts } = readDistricts(json, [])
  const { outlines } = drawMap(simplified(districts), [])
  expect(outlines).toHaveLength(districts.length)
  expect(outlines.every(({ path }) => path.startsWith('M') && path.endsWith('z'))).toBe(true)
  expect(outlines.map(({ path }) => path).join('').length).toBeLessThanOrEqual(2_500)
})
