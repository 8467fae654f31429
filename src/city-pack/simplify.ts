import type { FeatureCollection } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import * as v from 'valibot'
import { type Geometry, geometryShape, type Position } from '../centres/index.ts'
import type { District } from './read-districts.ts'

/** So many points draw a whole city in some 2.5 KB. */
const mostPoints = 520

/**
 * Leaves out the bends of the districts' borders that a small map does not show, the least visible ones first.
 * A border that two districts share stays one line.
 */
export const simplified = (districts: readonly District[]): District[] => {
  const drawn = topology({ districts: collectionOf(districts) }) as Topology<{
    districts: GeometryCollection<object>
  }>
  const weighed = presimplify(drawn)
  /** The map with that share of its inner points, those that matter most. */
  const withShare = (share: number) => {
    const thinner = simplify(weighed, quantile(weighed, share))
    const { features } = feature(thinner, thinner.objects.districts)
    return features.map(shape => rounded(v.parse(geometryShape, shape.geometry)))
  }

  let [fits, tooMany] = [0, 1]
  let shapes = withShare(1)
  if (points(shapes) > mostPoints) {
    for (let step = 0; step < 10; step++) {
      const share = (fits + tooMany) / 2
      if (points(withShare(share)) > mostPoints) tooMany = share
      else fits = share
    }
    shapes = withShare(fits)
  }
  return districts.map((district, index) => ({ ...district, geometry: shapes[index] ?? district.geometry }))
}

const collectionOf = (districts: readonly District[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: districts.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
})

const points = (geometries: Geometry[]) =>
  geometries.reduce((sum, { coordinates }) => sum + coordinates.flat(4).length / 2, 0)

const rounded = (geometry: Geometry): Geometry =>
  geometry.type === 'Polygon'
    ? { type: geometry.type, coordinates: geometry.coordinates.map(roundedRing) }
    : { type: geometry.type, coordinates: geometry.coordinates.map(polygon => polygon.map(roundedRing)) }

const roundedRing = (ring: Position[]) =>
  ring.map(([longitude, latitude]): Position => [near(longitude), near(latitude)])

/** Four digits are about ten metres. */
const near = (degrees: number) => Math.round(degrees * 10_000) / 10_000
