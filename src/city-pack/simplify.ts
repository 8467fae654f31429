import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { District, Geometry } from './read-districts.ts'

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
    const shapes = feature(thinner, thinner.objects.districts) as unknown as Shapes
    return shapes.features.map(shape => rounded(shape.geometry))
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

type Shapes = FeatureCollection<Polygon | MultiPolygon>

const collectionOf = (districts: readonly District[]): Shapes => ({
  type: 'FeatureCollection',
  features: districts.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })),
})

const points = (geometries: Geometry[]) =>
  geometries.reduce((sum, { coordinates }) => sum + coordinates.flat(4).length / 2, 0)

/** Four digits are about ten metres. */
const rounded = ({ type, coordinates }: Polygon | MultiPolygon) =>
  ({
    type,
    coordinates: JSON.parse(JSON.stringify(coordinates), (_, value) =>
      typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
    ),
  }) as Geometry
