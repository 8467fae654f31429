import { geoMercator } from 'd3-geo'
import type { Geometry, Position } from './geometry.ts'
import { type Corner, outlinesOf } from './outlines.ts'

export type MapDistrict = { code: string; name: string; geometry: Geometry | null }
export type MapPoint = { slug: string; latitude: number | null; longitude: number | null }

/** A map as it is drawn: outlines as path data and points, on a canvas of the given size. */
export type CityMap = {
  width: number
  height: number
  /** `middle` is that of the smallest rectangle around it. */
  outlines: { code: string; name: string; path: string; middle: Corner }[]
  points: { slug: string; x: number; y: number }[]
}

const width = 340
const margin = 8

/** Draws districts and centres in Mercator's projection, as wide as a phone. */
export const drawMap = (districts: readonly MapDistrict[], centres: readonly MapPoint[]): CityMap => {
  const shaped = districts.flatMap(district =>
    district.geometry ? [{ ...district, geometry: district.geometry }] : [],
  )
  // Fitted to the corners as points: as areas on a globe, outlines drawn the other way round mean all the rest.
  const coordinates = shaped.flatMap(({ geometry }) => ringsOf(geometry).flat())
  const projection = geoMercator().fitWidth(width - 2 * margin, { type: 'MultiPoint', coordinates })
  const corners = shaped.map(({ geometry }) =>
    ringsOf(geometry).map(ring => ring.map(corner => place(projection(corner)))),
  )
  const height = Math.ceil(Math.max(0, ...corners.flat(2).map(({ y }) => y)) + margin)
  return {
    width,
    height,
    outlines: outlinesOf(corners).map((path, index) => ({
      code: shaped[index]?.code ?? '',
      name: shaped[index]?.name ?? '',
      path,
      middle: middleOf(corners[index]?.flat() ?? []),
    })),
    points: centres.flatMap(({ slug, latitude, longitude }) => {
      if (latitude === null || longitude === null || shaped.length === 0) return []
      const { x, y } = place(projection([longitude, latitude]))
      return [{ slug, x: Math.round(x), y: Math.round(y) }]
    }),
  }
}

const place = (projected: [number, number] | null): Corner => {
  const [x, y] = projected ?? [0, 0]
  return { x: x + margin, y: y + margin }
}

const middleOf = (corners: readonly Corner[]): Corner => {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const between = (values: number[]) => Math.round((Math.min(...values) + Math.max(...values)) / 2)
  return { x: between(xs), y: between(ys) }
}

const ringsOf = (geometry: Geometry): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
