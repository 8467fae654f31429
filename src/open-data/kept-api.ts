import { embedNames } from './embed-names.ts'
import { type EndpointPath, endpoints } from './endpoints.ts'
import { type HsdsPath, hsdsEndpoints, hsdsParameters } from './hsds/endpoints.ts'
import { parameters, readParameters, tableParameters } from './parameters.ts'
import { apiRoot } from './paths.ts'

/**
 * The one address under which an answer of the API is kept; undefined for questions with something wrong in them, and
 * for free places, which are asked anew each time.
 */
export const keptApiAddress = (path: string, given: URLSearchParams): string | undefined => {
  const [isHsds, hsdsPath = ''] =
    /^\/hsds\/[a-z]{2}(?:-[a-z]+)?(\/.*)?$/.exec(path.slice(apiRoot.length)) ?? []
  const reading =
    isHsds === undefined
      ? readParameters(given, parametersOf(path.slice(apiRoot.length)), parameters)
      : readParameters(given, hsdsEndpoints[anyId(hsdsPath) as HsdsPath] ?? [], hsdsParameters)
  if (!reading.ok || 'places' in reading.asked) return undefined
  const query = new URLSearchParams(reading.asked as Record<string, string>)
  query.sort()
  return path + (query.size > 0 ? `?${query}` : '')
}

const parametersOf = (path: string) =>
  anyId(path) === '/embed/{id}'
    ? embedNames
    : path === '/offers.csv'
      ? tableParameters
      : (endpoints[anyId(path) as EndpointPath]?.parameters ?? [])

const anyId = (path: string) => path.replace(/\/[0-9a-f-]{36}$/, '/{id}')
