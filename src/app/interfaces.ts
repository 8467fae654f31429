import { Hono, type MiddlewareHandler } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import {
  type Audience,
  admits,
  contextFor,
  findCity,
  type InterfaceRequest,
  type InterfaceVars,
} from '../identity/index.ts'
import {
  apiRoutes,
  catalogueRoutes,
  embedRoutes,
  hsdsRoutes,
  type ProblemKind,
  problemOf,
} from '../open-data/index.ts'
import { NotFound, TooOften } from '../platform/refusals.ts'
import { clientAddress, rememberClientAddress } from '../platform/web/client-address.ts'
import { asOfHeader } from '../platform/web/page-cache/index.ts'
import { answerProblem } from '../platform/web/problem.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import { routesOn } from '../platform/web/routes.ts'
import type { Surroundings } from './web.tsx'

type Env = { Variables: InterfaceVars }

/**
 * Where programs ask, from every site: the city by its host, never a cookie, never anybody signed in, nothing but
 * reading. Whatever is wrong is said as a problem (RFC 9457), never as a page.
 */
export const createInterfaces = (surroundings: Surroundings) => {
  const { site, clientAddresses, onFault } = surroundings
  const api = new Hono<Env>()
  api.use(openToEverySite, withEtag, rememberClientAddress(clientAddresses), aboutThisQuestion(surroundings))
  const routes = routesOn<InterfaceVars, Audience>(api, '', admitVisitors)
  apiRoutes(routes)
  hsdsRoutes(routes)
  catalogueRoutes(routes)
  embedRoutes(routes)
  api.get('*', c => refuse(c, 'not-found'))
  api.all('*', c => {
    c.header('allow', 'GET, HEAD, OPTIONS')
    return refuse(c, 'read-only')
  })
  api.onError((error, c) => {
    if (error instanceof NotFound) return refuse(c, 'not-found')
    if (error instanceof TooOften) {
      c.header('retry-after', '60')
      return refuse(c, 'too-often')
    }
    const reference = crypto.randomUUID().slice(0, 8)
    onFault(error, reference)
    return refuse(c, 'fault', `Reference: ${reference}`)
  })
  const refuse = (c: InterfaceRequest, kind: ProblemKind, detail?: string) =>
    answerProblem(c, problemOf(kind, site.originOf(new URL(c.req.url).host), detail ? { detail } : {}))

  return { api, table: routes.table }
}

/** Nobody is signed in here: what is not for everyone is for no one. */
const admitVisitors =
  (audience: Audience): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!admits(audience, c.var.context.actor)) throw new NotFound()
    return next()
  }

// To whom an answer may be read out is said again when nothing changed.
const withEtag = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] })

/** Any page of any site may read what everybody may read; an answer for one site alone says so itself. */
const openToEverySite: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'OPTIONS') c.res = new Response(null, { status: 204 })
  else await next()
  const { headers } = c.res
  if (!headers.has('access-control-allow-origin')) headers.set('access-control-allow-origin', '*')
  headers.set('access-control-expose-headers', 'etag, link, retry-after')
  headers.set('cross-origin-resource-policy', 'cross-origin')
  if (c.req.method !== 'OPTIONS') return
  headers.set('access-control-allow-methods', 'GET, HEAD')
  headers.set('access-control-allow-headers', 'if-none-match')
  headers.set('access-control-max-age', '86400')
}

// Enough to read a whole programme page by page; answers that are kept do not count.
const mayAsk = rateLimit({ times: 600, seconds: 60 })

const aboutThisQuestion = ({ databases, clock, site }: Surroundings): MiddlewareHandler<Env> =>
  async function aboutThisQuestion(c, next) {
    const { host, hostname } = new URL(c.req.url)
    const origin = site.originOf(host)
    if (!(await mayAsk(clientAddress(c)))) throw new TooOften()
    const found = await findCity(databases.public, hostname)
    if (!found) return answerProblem(c, problemOf('no-city', origin))
    const { city } = found
    const [language = 'de'] = city.languages
    const db = databases.public
    c.set('context', contextFor({ city, db, language, now: clock(), actor: { kind: 'visitor' } }))
    c.set('origin', origin)
    c.header(asOfHeader, `${city.id} ${found.asOf}`)
    return next()
  }
