import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Position } from '../centres/index.ts'
import { type District, readDistricts } from './read-districts.ts'
import { readJson } from './read-json.ts'
import { simplified } from './simplify.ts'

test('two districts keep one border between them', () => {
  const river: Position[] = Array.from({ length: 1201 }, (_, step) => [
    8 + Math.sin(step / 7) / 50 + Math.sin(step / 90) / 10,
    50 + step / 1200,
  ])
  const [west, east] = simplified([
    district('west', [...river, [7, 51], [7, 50], river[0] as Position]),
    district('east', [...river, [9, 51], [9, 50], river[0] as Position]),
  ])
  const bank = (shape: District | undefined, edge: number) =>
    ringOf(shape)
      .filter(([longitude]) => longitude !== edge)
      .map(String)
  expect(new Set(bank(west, 7))).toEqual(new Set(bank(east, 9)))
  expect(ringOf(west).length).toBeLessThan(300)
})

test('a map that is simple already stays as it is', () => {
  const square = district('one', [
    [8, 50],
    [9, 50],
    [9, 51],
    [8, 51],
    [8, 50],
  ])
  expect(simplified([square])).toEqual([square])
})

test.each(['wiesbaden', 'beispielstadt'])('the map of %s is small, and every ring is closed', async city => {
  const file = `cities/${city}/districts.geojson`
  const json = readJson(file, await readFile(file, 'utf8'), [])
  if (!json) throw new Error(`${file} cannot be read.`)
  const districts = simplified(readDistricts(json, []).districts)
  const rings = districts.map(ringOf)
  expect(rings.reduce((sum, ring) => sum + ring.length, 0)).toBeLessThanOrEqual(520)
  for (const ring of rings) {
    expect(ring.at(-1)).toEqual(ring[0])
    expect(ring.length).toBeGreaterThanOrEqual(4)
  }
})

const district = (code: string, ring: Position[]): District => ({
  code,
  name: code,
  geometry: { type: 'Polygon', coordinates: [ring] },
})

const ringOf = (shape: District | undefined) => {
  const { geometry } = shape as District
  return (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? []
}
