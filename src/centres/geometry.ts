import * as v from 'valibot'

const position = v.tuple([v.number(), v.number()])
const polygon = v.array(v.array(position))

/** The area of a district as GeoJSON tells it (RFC 7946): longitude first, heights left out. */
export const geometryShape = v.variant('type', [
  v.object({ type: v.literal('Polygon'), coordinates: polygon }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(polygon) }),
])

export type Geometry = v.InferOutput<typeof geometryShape>
export type Position = v.InferOutput<typeof position>
