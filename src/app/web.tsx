import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context as HonoContext, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { type Part, partsInUse } from '../centres/index.ts'
import {
  type Actor,
  type Audience,
  actingAs,
  admits,
  answerPasskey,
  asksAgain,
  askToConfirm,
  type City,
  contextFor,
  findCity,
  type Identity,
  identityPaths,
  isForWork,
  listCityHosts,
  type PageVars,
  provedRecently,
  providerOf,
} from '../identity/index.ts'
import { apiRoot } from '../open-data/index.ts'
import { recordRefusal } from '../platform/audit.ts'
import type { Database } from '../platform/database/connect.ts'
import { assertReady } from '../platform/database/readiness.ts'
import { asset } from '../platform/design/index.ts'
import type { EngineInside, TranslationEngine } from '../platform/machine-translation/translation-engine.ts'
import { NotAllowed, NotFound, TooOften } from '../platform/refusals.ts'
import { largestPicture } from '../platform/small-picture.ts'
import { type ClientAddresses, rememberClientAddress } from '../platform/web/client-address.ts'
import { asOfHeader } from '../platform/web/page-cache/index.ts'
import { rememberTries } from '../platform/web/rate-limit.ts'
import { routesOn } from '../platform/web/routes.ts'
import { refuseOtherSites, withSecurityHeaders } from '../platform/web/security.ts'
import type { Site } from '../platform/web/site.ts'
import { preferredLanguage } from '../platform/wording/preferred-language.ts'
import { isLanguage, isStaffLanguage, staffWordingFor, wordingFor } from '../platform/wording/wording.ts'
import { findAlarm } from './alarm.ts'
import { CitiesPage } from './cities-page.tsx'
import { ErrorPage } from './error-page.tsx'
import { inFrame } from './frame.tsx'
import { createInterfaces } from './interfaces.ts'
import { mountEverything } from './routes.ts'

export type Surroundings = {
  databases: { app: Database; public: Database }
  /** What time it is; tests let it stand still. */
  clock: () => Temporal.Instant
  /** Where the product is reached from outside. */
  site: Site
  /** For whom a request is made, where proxies ask. */
  clientAddresses: ClientAddresses
  /** Who is signed in, and the pages on which one signs in. */
  identity: Identity
  /** What begins translations of offers, where the operator chose one. */
  translation?: TranslationEngine | undefined
  /** What shows staff in their language what families write, where the operator runs one in the house. */
  engineInside?: EngineInside | undefined
  /** SMS leave the house, or land in the mailbox page. */
  sendsSms: boolean
  /** When telephones may ring, where the operator says. */
  phonesRing?: { from: string; until: string } | undefined
  /** By which browsers know who sends notices; without it none are offered. */
  pushKey?: string | undefined
  /** Demo accounts and the mailbox page exist. */
  isDemo: boolean
  /** Where the built styles and scripts lie. */
  assetsFolder: string
  /** Told of every answer that is our own fault, with the reference the person sees. */
  onFault: (error: unknown, reference: string) => void
}

type Env = { Variables: PageVars }

/** The whole product as a function from request to answer, and the table of its addresses. */
export const createWeb = (surroundings: Surroundings) => {
  const { site, clientAddresses } = surroundings
  const app = new Hono<Env>()
  app.use(withSecurityHeaders(site))
  app.get('/health/live', c => c.text('alive'))
  app.get('/health/ready', async c => {
    await assertReady(surroundings.databases.public)
    return c.text('ready')
  })
  app.use(
    '/assets/*',
    keepForEver,
    serveStatic({ root: surroundings.assetsFolder, rewriteRequestPath: withoutAssets }),
  )
  // Below /assets it could only see what lies there.
  app.use(
    '/sw.js',
    askAgainNextTime,
    serveStatic({ root: surroundings.assetsFolder, rewriteRequestPath: workerFile }),
  )
  const interfaces = createInterfaces(surroundings)
  app.route(apiRoot, interfaces.api)
  app.use(refuseOtherSites(site, isOneClick))
  app.use('*', (c, next) =>
    takesFiles.test(c.req.path) && saysHowLong(c) ? limitOfFiles(c, next) : limitOfForms(c, next),
  )
  app.use(rememberClientAddress(clientAddresses), rememberTries(surroundings.identity.tries))
  app.get('/', async c => {
    const found = await cityOf(c, surroundings.databases.public)
    return found ? c.redirect(`/${languageFor(c, found.city)}`, 302) : showCities(c, surroundings)
  })
  app.on(['GET', 'POST'], '/api/auth/passkey/*', c =>
    answerPasskey(surroundings.identity, c.req.raw, surroundings.clock()),
  )
  app.use('/:language/*', aboutThisRequest(surroundings))

  const routes = routesOn<PageVars, Audience>(app, '/:language', admit(surroundings.identity))
  mountEverything(routes, surroundings)
  app.notFound(async c => errorPage(c, 404))
  app.onError(async (error, c) => {
    if (error instanceof NotAllowed)
      await noteRefusal(c, error).catch(fault => surroundings.onFault(fault, 'audit'))
    if (error instanceof NotFound || error instanceof NotAllowed) return errorPage(c, 404)
    if (error instanceof TooOften) return errorPage(c, 429)
    if (error instanceof HTTPException && error.status < 500) return errorPage(c, error.status)
    if (isMalformed(error)) return errorPage(c, 400)
    const reference = crypto.randomUUID().slice(0, 8)
    surroundings.onFault(error, reference)
    return errorPage(c, 500, reference)
  })
  return {
    fetch: app.fetch,
    request: app.request,
    routeTable: routes.table,
    interfaceTable: interfaces.table,
  }
}

/** Finds out the city, the language and who acts; everything behind it reads them from the context. */
const aboutThisRequest = (surroundings: Surroundings): MiddlewareHandler<Env> =>
  async function aboutThisRequest(c, next) {
    const { databases, clock, identity, isDemo, site } = surroundings
    const language = c.req.param('language') ?? ''
    const found = await cityOf(c, databases.public)
    if (!found) return showCities(c, surroundings)
    const { city } = found
    if (!isLanguage(language) || !city.languages.includes(language)) throw new NotFound()

    const now = clock()
    const staff = c.req.header('cookie') ? await identity.staffMember(c.req.raw.headers, city, now) : null
    const actor: Actor = staff ?? { kind: 'visitor' }
    const db = staff ? databases.app : databases.public
    const context = contextFor({ city, actor, db, now, language })
    const url = new URL(c.req.url)
    c.set('context', context)
    c.set('wording', wordingFor(language, city.timeZone))
    c.set('languages', city.languages)
    c.set('address', url.pathname.slice(language.length + 1) + url.search)
    c.set('origin', site.originOf(url.host))
    c.set('atDesk', centre => actingAs({ ...context, db: databases.app }, { kind: 'desk', ...centre }))
    if (staff) c.header('cache-control', 'no-store')
    else c.header(asOfHeader, `${city.id} ${found.asOf}`)
    c.setRenderer(async (content, head) => {
      const isForStaff = head.frame === 'staff'
      const alarm = isForStaff ? await findAlarm(actor, databases.app, now) : []
      const parts = isForStaff ? await partsInUse(context) : nothing
      return c.html(inFrame(content, head, c.var, { isDemo, alarm, parts }))
    })
    return next()
  }

const nothing: ReadonlySet<Part> = new Set()

/**
 * What is written for those who work here speaks their languages: whoever comes with another one is led to the first
 * of them. Turns away who does not belong here: visitors to the sign-in, everybody else as if nothing were there. Where rights
 * are changed, whoever signed in long ago confirms first that it is she.
 */
const admit =
  (identity: Identity) =>
  (audience: Audience): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { actor, language, now, city } = c.var.context
    if (isForWork(audience)) {
      const languages = city.languages.filter(isStaffLanguage)
      const [instead] = languages
      if (c.req.method === 'GET' && instead && !isStaffLanguage(language))
        return c.redirect(`/${instead}${c.var.address}`, 302)
      c.set('wording', staffWordingFor(language, city.timeZone))
      c.set('languages', languages)
    }
    if (admits(audience, actor)) {
      const isAsked = asksAgain(audience) && !provedRecently(actor, now)
      return (isAsked && (await askToConfirm(c, identity))) || next()
    }
    if (actor.kind === 'staff' && actor.lacksSecondFactor)
      return c.redirect(identityPaths.secondFactor(language), 303)
    if (actor.kind !== 'visitor') throw new NotAllowed()
    const back = c.req.method === 'GET' ? `?next=${encodeURIComponent(new URL(c.req.url).pathname)}` : ''
    return c.redirect(`/${language}/sign-in${back}`, 303)
  }

const languageFor = (c: HonoContext<Env>, { languages: [first = 'de', ...others] }: City) => {
  c.header('vary', 'accept-language')
  return preferredLanguage(c.req.header('accept-language') ?? '', [first, ...others])
}

/** The host name belongs to none of our cities: says which there are, and under which names. */
const showCities = async (c: HonoContext<Env>, { databases, site }: Surroundings) => {
  c.status(404)
  c.header('cache-control', 'no-store')
  const { port } = new URL(c.req.url)
  const links = (await listCityHosts(databases.public)).map(({ name, host }) => ({
    name,
    address: site.originOf(host + (port && `:${port}`)),
  }))
  return c.html(<CitiesPage cities={links} wording={wordingFor('de', 'Europe/Berlin')} />)
}

const cityOf = (c: HonoContext<Env>, db: Database) => findCity(db, new URL(c.req.url).hostname)

const errorPage = async (c: HonoContext<Env>, status: number, reference?: string) => {
  const wording = c.var.wording ?? wordingFor('de', 'Europe/Berlin')
  c.status(status as 404)
  c.header('cache-control', 'no-store')
  const page = <ErrorPage status={status} wording={wording} reference={reference} />
  if (!c.var.context) return c.html(page)
  return c.render(page, {
    title: wording.t(`app.error.${status < 500 ? 'notFound' : 'ours'}.title`),
    isPrivate: true,
  })
}

/**
 * Keeps in the audit log that a member of staff tried what is not for her, and at which kind of address: for the
 * provider whose families were tried, where that is known, else for her own.
 */
const noteRefusal = async (c: HonoContext<Env>, refused: NotAllowed) => {
  const { context } = c.var
  if (context?.actor.kind !== 'staff') return
  const providerId = refused.providerId ?? providerOf(context.actor)
  const fields = [`${c.req.method} ${routePath(c, -1)}`]
  await recordRefusal(context, { action: 'access.refused', providerId, fields })
}

/** What a parser of forms or addresses throws at a request that nobody could read. */
const isMalformed = (error: unknown) =>
  error instanceof URIError || (error instanceof TypeError && /form|body|content-type/i.test(error.message))

const limitOfForms = bodyLimit({ maxSize: 256 * 1024 })
const limitOfFiles = bodyLimit({ maxSize: largestPicture + 4 * 1024 })
const takesFiles =
  /^\/[a-z]{2}(?:-[a-z]+)?\/staff\/(introduction\/picture|invitations\/door|programme\/[\w-]+\/recordings)$/

/** Called by mail programs: whoever holds the link stops a kind of letter (RFC 8058). */
const isOneClick = (path: string) =>
  /^\/[a-z-]+\/(my\/[\w-]+\/no-reminders|no-news\/[\w-]+|week-letter\/[\w-]+\/stop)$/.test(path)

/**
 * A body that says how long it is, is read once we know whose it is. Any other has to be read at once to be measured,
 * from anybody; browsers say how long their forms are.
 */
const saysHowLong = (c: HonoContext<Env>) =>
  c.req.header('content-length') !== undefined && c.req.header('transfer-encoding') === undefined

const keepForEver: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
}

const askAgainNextTime: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-cache')
}

const workerFile = () => asset('sw.js').replace(/^\/assets/, '')

const withoutAssets = (path: string) => path.replace(/^\/assets/, '')
