import { listDistricts } from '../centres/index.ts'
import {
  type Context,
  endOfTodayIn,
  forEveryone,
  type InterfaceRequest,
  type InterfaceRoutes,
  networkName,
  todayIn,
} from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { writeCsv } from '../platform/spreadsheet/csv.ts'
import { idFrom } from '../platform/web/id.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { answerProblem } from '../platform/web/problem.ts'
import { type Entry, findSession, listDates, listOffers, tellFreshness } from '../programme/index.ts'
import { cursorBehind, cursorBehindDate, readCursor, readDateCursor } from './cursor.ts'
import { describeApi } from './describe-api.ts'
import { endpoints } from './endpoints.ts'
import { availabilityInApi, centreInApi, offerInApi, sessionInApi } from './in-api.ts'
import { filtersOf, type ParameterName, parameters, readParameters, tableParameters } from './parameters.ts'
import { paths } from './paths.ts'
import { problemOf } from './problems.ts'
import { notSpokenHere, spokenContext } from './spoken-context.ts'
import { findPublishedCentres } from './store/centres.ts'
import { findOfferWords } from './store/offer-words.ts'
import { tableOfOffers } from './table-of-offers.ts'

const usualLimit = 50

/** More offers than any city has: a table is had as a whole. */
const mostRows = 10_000

/** The programme for programs. Each answer says until when it stays true, so that it is kept like a page. */
export const apiRoutes = (routes: InterfaceRoutes) => {
  routes.get('', forEveryone, c =>
    answering(c, '', ({ context, origin }) => {
      keepForToday(c)
      const { city, language } = context
      const lists = (['centres', 'offers', 'sessions', 'availability', 'districts'] as const).map(list => [
        list,
        origin + paths.api(`/${list}`),
      ])
      return c.json({
        ...{ name: networkName(context), place: city.names[language]?.place ?? '' },
        ...{ timeZone: city.timeZone, languages: city.languages },
        ...{ description: origin + paths.api('/openapi.json'), documentation: origin + paths.page(language) },
        lists: Object.fromEntries(lists),
      })
    }),
  )

  routes.get('/openapi.json', forEveryone, c => {
    const { context, origin } = c.var
    keepForToday(c)
    const documentation = origin + paths.page(context.language)
    return c.json(describeApi({ name: networkName(context), origin, documentation }))
  })

  routes.get('/centres', forEveryone, c =>
    answering(c, '/centres', async asking => {
      const centres = await findPublishedCentres(asking.context)
      keepForToday(c)
      return c.json({ items: centres.map(centre => centreInApi(centre, asking)), next: null })
    }),
  )

  routes.get('/centres/:id', forEveryone, c =>
    answering(c, '/centres/{id}', async asking => {
      const [centre] = await findPublishedCentres(asking.context, idFrom(c.req.param('id')))
      keepForToday(c)
      return c.json(centreInApi(orNotFound(centre), asking))
    }),
  )

  routes.get('/districts', forEveryone, c =>
    answering(c, '/districts', async ({ context }) => {
      keepForToday(c)
      return c.json({ items: await listDistricts(context), next: null })
    }),
  )

  routes.get('/offers', forEveryone, c =>
    answering(c, '/offers', async asking => {
      const { asked, context } = asking
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor)
      if (asked.cursor !== undefined && !after) return refuse(c, notOurCursor)
      const filters = filtersOf(asked)
      const limit = limitOf(asked)
      const found = await listOffers(context, { filters, centre: asked.centre, after, limit: limit + 1 })
      const entries = found.slice(0, limit)
      if (!filters.places) tellFreshness(c, entries)
      const last = found.length > limit ? entries.at(-1) : undefined
      return page(c, await offersOf(asking, entries), last && cursorBehind(last.offerId))
    }),
  )

  routes.get('/offers.csv', forEveryone, async c => {
    const { origin } = c.var
    const reading = readParameters(new URL(c.req.url).searchParams, tableParameters, parameters)
    if (!reading.ok) return refuse(c, reading.errors)
    const context = spokenContext(c.var.context, reading.asked.lang)
    if (!context) return refuse(c, [notSpokenHere(c.var.context)])
    const entries = await listOffers(context, { filters: {}, limit: mostRows })
    tellFreshness(c, entries)
    const offers = await offersOf({ context, origin, asked: {} }, entries)
    return c.body(writeCsv(tableOfOffers(offers)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="offers.csv"',
    })
  })

  routes.get('/offers/:id', forEveryone, c =>
    answering(c, '/offers/{id}', async asking => {
      const offer = idFrom(c.req.param('id'))
      const entries = await listOffers(asking.context, { filters: {}, offers: [offer], limit: 1 })
      tellFreshness(c, entries)
      return c.json(orNotFound((await offersOf(asking, entries))[0]))
    }),
  )

  routes.get('/sessions', forEveryone, c =>
    answering(c, '/sessions', asking => dates(c, asking, entry => sessionInApi(entry, asking))),
  )

  routes.get('/sessions/:id', forEveryone, c =>
    answering(c, '/sessions/{id}', async asking => {
      const entry = orNotFound(await findSession(asking.context, idFrom(c.req.param('id'))))
      tellFreshness(c, [entry])
      return c.json(sessionInApi(entry, asking))
    }),
  )

  routes.get('/availability', forEveryone, c =>
    answering(c, '/availability', asking => dates(c, asking, entry => availabilityInApi(entry, asking))),
  )
}

type Question = InterfaceRequest
type Asking = { context: Context; origin: string; asked: Partial<Record<ParameterName, string>> }

/** Reads the parameters that an address knows, and answers; or says what is wrong with them. */
const answering = (
  c: Question,
  path: keyof typeof endpoints,
  answer: (asking: Asking) => Response | Promise<Response>,
) => {
  const reading = readParameters(new URL(c.req.url).searchParams, endpoints[path].parameters, parameters)
  if (!reading.ok) return refuse(c, reading.errors)
  const context = spokenContext(c.var.context, reading.asked.lang)
  if (!context) return refuse(c, [notSpokenHere(c.var.context)])
  return answer({ context, origin: c.var.origin, asked: reading.asked })
}

const refuse = (c: Question, errors: { parameter: string; detail: string }[]) =>
  answerProblem(c, problemOf('wrong-parameters', c.var.origin, { errors }))

const offersOf = async (asking: Asking, entries: readonly Entry[]) => {
  const words = await findOfferWords(
    asking.context,
    entries.map(({ offerId }) => offerId),
  )
  return entries.flatMap(entry => {
    const own = words.get(entry.offerId)
    return own ? [offerInApi(entry, own, asking)] : []
  })
}

/** A page of dates, each shown by `show`. */
const dates = async (c: Question, { asked, context }: Asking, show: (entry: Entry) => unknown) => {
  const after = asked.cursor === undefined ? undefined : readDateCursor(asked.cursor)
  if (asked.cursor !== undefined && !after) return refuse(c, notOurCursor)
  const filters = filtersOf(asked)
  const limit = limitOf(asked)
  const found = await listDates(context, {
    ...{
      filters,
      after,
      limit: limit + 1,
      centre: asked.centre,
      offers: asked.offer ? [asked.offer] : undefined,
    },
    from: asked.from ? Temporal.PlainDate.from(asked.from) : todayIn(context),
    until: asked.until ? Temporal.PlainDate.from(asked.until) : undefined,
  })
  const entries = found.slice(0, limit)
  if (!filters.places) tellFreshness(c, entries)
  const last = found.length > limit ? entries.at(-1)?.session : undefined
  return page(c, entries.map(show), last && cursorBehindDate(last))
}

const page = (c: Question, items: readonly unknown[], cursor: string | null | undefined) => {
  const url = new URL(c.req.url)
  if (cursor) url.searchParams.set('cursor', cursor)
  const next = cursor ? c.var.origin + url.pathname + url.search : null
  if (next) c.header('link', `<${next}>; rel="next"`)
  return c.json({ items, next })
}

const limitOf = ({ limit }: Asking['asked']) => (limit ? Number(limit) : usualLimit)

const notOurCursor = [{ parameter: 'cursor', detail: 'Is no cursor of ours for this list.' }]

/** Changes with the data of the city, and with the day at the latest. */
const keepForToday = (c: Question) => tellFreshUntil(c, endOfTodayIn(c.var.context))
