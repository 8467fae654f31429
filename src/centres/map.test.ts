import { expect, test } from 'vitest'
import { drawMap, type MapDistrict } from './map.ts'
import { namesOn } from './map-names.ts'

const westend = { slug: 'kiez-westend', latitude: 50.0815, longitude: 8.2322 }

test('a centre lies on the canvas, north above south', () => {
  const [north, south] = drawMap(neighbours, [westend, { ...westend, latitude: 50.01 }]).points
  expect(north?.x).toBe(south?.x)
  expect(north?.y).toBeLessThan(south?.y ?? 0)
})

test('a border between neighbours stays one line', () => {
  const { outlines } = drawMap(neighbours, [])
  const corners = outlines.map(({ path }) => cornersOf(path))
  expect(corners[0]?.filter(corner => corners[1]?.includes(corner))).toHaveLength(2)
})

test('a city without outlines has an empty map', () => {
  expect(drawMap([{ code: '1', name: 'A', geometry: null }], [westend])).toMatchObject({
    outlines: [],
    points: [],
  })
})

test('names that would cover each other stand above each other, and the first part of a long one is enough', () => {
  const map = drawMap(neighbours, [])
  const crowded = map.outlines.map(outline => ({ ...outline, middle: { x: 100, y: 100 } }))
  const names = namesOn({ ...map, outlines: crowded }, new Set(['1', '2']))
  expect(names.map(({ text, y }) => [text, y])).toEqual([
    ['A', 100],
    ['B', 112],
  ])
  const long = {
    ...map,
    outlines: map.outlines.map(outline => ({ ...outline, name: 'Westend/Bleichstraße' })),
  }
  expect(namesOn(long, new Set(['2'])).map(({ text }) => text)).toEqual(['Westend'])
})

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
const neighbours = [
  { code: '1', name: 'A', geometry: square(8) },
  { code: '2', name: 'B', geometry: square(9) },
]

function cornersOf(path: string) {
  const numbers = [...path.matchAll(/-?\d+/g)].map(Number)
  let [x, y] = [0, 0]
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    x += numbers[2 * index] ?? 0
    y += numbers[2 * index + 1] ?? 0
    return `${x},${y}`
  })
}
