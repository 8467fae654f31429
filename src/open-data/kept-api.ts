import { type EndpointPath, endpoints } from './endpoints.ts'
import { readParameters } from './parameters.ts'
import { apiRoot } from './paths.ts'

/**
 * The one address under which an answer of the API is kept; undefined for questions with something wrong in them, and
 * for free places, which are asked anew each time.
 */
export const keptApiAddress = (path: string, given: URLSearchParams): string | undefined => {
  if (path === `${apiRoot}/openapi.json`) return path
  const reading = readParameters(given, parametersOf(path.slice(apiRoot.length)))
  if (!reading.ok || reading.asked.places) return undefined
  const query = new URLSearchParams(reading.asked as Record<string, string>)
  query.sort()
  return path + (query.size > 0 ? `?${query}` : '')
}

const parametersOf = (path: string) =>
  endpoints[path.replace(/\/[0-9a-f-]{36}$/, '/{id}') as EndpointPath]?.parameters ?? []
