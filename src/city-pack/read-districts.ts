import * as v from 'valibot'
import { type Geometry, geometryShape } from '../centres/index.ts'
import type { Fault } from './faults.ts'
import type { Json, JsonPath } from './read-json.ts'

export type District = { code: string; name: string; geometry: Geometry }

/** The districts of districts.geojson, those with faults left out; `codes` holds those of all. */
export const readDistricts = (json: Json, faults: Fault[]): { districts: District[]; codes: Set<string> } => {
  const result = { districts: [] as District[], codes: new Set<string>() }
  const features = fieldOf(json.value, 'features')
  if (!Array.isArray(features) || features.length === 0) {
    faults.push(json.fault(['features'], 'missing-field'))
    return result
  }
  for (const [index, feature] of features.entries()) {
    const path = ['features', index]
    const code = fieldOf(feature, 'id')
    const name = fieldOf(fieldOf(feature, 'properties'), 'name')
    if (typeof code !== 'string' && typeof code !== 'number') {
      faults.push(json.fault([...path, 'id'], 'missing-field'))
      continue
    }
    if (result.codes.has(String(code))) {
      const line = json.fault(['features', [...result.codes].indexOf(String(code))], 'duplicate-id').line
      faults.push(json.fault([...path, 'id'], 'duplicate-id', { value: String(code), line }))
      continue
    }
    result.codes.add(String(code))
    const geometry = fieldOf(feature, 'geometry')
    const wrong = geometryFaults(geometry, [...path, 'geometry'], json)
    if (typeof name !== 'string' || name === '')
      wrong.push(json.fault([...path, 'properties', 'name'], 'missing-field'))
    faults.push(...wrong)
    if (wrong.length === 0) {
      const shape = v.parse(geometryShape, geometry)
      result.districts.push({ code: String(code), name: String(name), geometry: shape })
    }
  }
  return result
}

const geometryFaults = (geometry: unknown, path: JsonPath, json: Json): Fault[] => {
  const type = fieldOf(geometry, 'type')
  const coordinates = fieldOf(geometry, 'coordinates')
  if (
    (type !== 'Polygon' && type !== 'MultiPolygon') ||
    !Array.isArray(coordinates) ||
    coordinates.length === 0
  ) {
    return [json.fault(path, 'not-a-polygon')]
  }
  const at = [...path, 'coordinates']
  const polygons =
    type === 'Polygon'
      ? [[coordinates, at] as const]
      : coordinates.map((each, i) => [each, [...at, i]] as const)
  return polygons.flatMap(([rings, at]) => {
    if (!Array.isArray(rings)) return [json.fault(at, 'not-a-polygon')]
    return rings.flatMap((ring, i) => ringFaults(ring, [...at, i], json))
  })
}

const ringFaults = (ring: unknown, path: JsonPath, json: Json): Fault[] => {
  if (!Array.isArray(ring)) return [json.fault(path, 'not-a-polygon')]
  const stray = ring.findIndex(position => !isPosition(position))
  if (stray >= 0) return [json.fault([...path, stray], 'not-a-place')]
  if (ring.length < 4) return [json.fault(path, 'polygon-too-small')]
  const [first, last] = [ring[0], ring.at(-1)]
  return first[0] === last[0] && first[1] === last[1]
    ? []
    : [json.fault([...path, ring.length - 1], 'polygon-open')]
}

const isPosition = (position: unknown) => {
  if (!Array.isArray(position)) return false
  const [longitude, latitude] = position as unknown[]
  return isWithin(longitude, 180) && isWithin(latitude, 90)
}

const isWithin = (value: unknown, most: number) => typeof value === 'number' && Math.abs(value) <= most

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
