import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawMap, type MapDistrict } from './map.ts'

type Pack = { features: { id: string; properties: { name: string }; geometry: MapDistrict['geometry'] }[] }
const wiesbaden = (
  JSON.parse(readFileSync('cities/wiesbaden/districts.geojson', 'utf8')) as Pack
).features.map(({ id, properties, geometry }) => ({
  ...{ code: id, name: properties.name, geometry },
}))
const westend = { slug: 'kiez-westend', latitude: 50.0815, longitude: 8.2322 }

test('all districts of a city together are drawn with at most 2.5 KB', () => {
  const { outlines } = drawMap(wiesbaden, [])
  expect(outlines).toHaveLength(26)
  expect(outlines.every(({ path }) => path.startsWith('M') && path.endsWith('z'))).toBe(true)
  expect(outlines.map(({ path }) => path).join('').length).toBeLessThanOrEqual(2_500)
})

test('a centre lies on the canvas, north above south', () => {
  const [north, south] = drawMap(wiesbaden, [westend, { ...westend, latitude: 50.01 }]).points
  expect(north?.x).toBe(south?.x)
  expect(north?.y).toBeLessThan(south?.y ?? 0)
})

test('a border between neighbours stays one line', () => {
  const square = (west: number): MapDistrict['geometry'] => ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 50],
        [west, 51],
        [west + 1, 51],
        [west + 1, 50],
        [west, 50],
      ],
    ],
  })
  const { outlines } = drawMap(
    [
      { code: '1', name: 'A', geometry: square(8) },
      { code: '2', name: 'B', geometry: square(9) },
    ],
    [],
  )
  const corners = outlines.map(({ path }) => cornersOf(path))
  expect(corners[0]?.filter(corner => corners[1]?.includes(corner))).toHaveLength(2)
})

test('a city without outlines has an empty map', () => {
  expect(drawMap([{ code: '1', name: 'A', geometry: null }], [westend])).toMatchObject({
    outlines: [],
    points: [],
  })
})

function cornersOf(path: string) {
  const numbers = [...path.matchAll(/-?\d+/g)].map(Number)
  let [x, y] = [0, 0]
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    x += numbers[2 * index] ?? 0
    y += numbers[2 * index + 1] ?? 0
    return `${x},${y}`
  })
}
