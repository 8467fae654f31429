import {
  type Context,
  endOfTodayIn,
  forEveryone,
  type InterfaceRequest,
  type InterfaceRoutes,
} from '../identity/index.ts'
import { orNotFound, TooOften } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { idFrom } from '../platform/web/id.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { answerProblem } from '../platform/web/problem.ts'
import { type RateLimit, rateLimit } from '../platform/web/rate-limit.ts'
import { type Wording, wordingFor } from '../platform/wording/wording.ts'
import { tellFreshness } from '../programme/index.ts'
import { type HsdsParameter, type HsdsPath, hsdsEndpoints, hsdsParameters } from './hsds/endpoints.ts'
import { hsdsPage } from './hsds/page.ts'
import { fullOrganizationOf, locationOf, organizationOf } from './hsds/places.ts'
import { germanProfile } from './hsds/profile.ts'
import { readKnown, readKnownPage } from './hsds/read-known.ts'
import {
  fullServiceAtLocationOf,
  fullServiceOf,
  type Known,
  serviceAtLocationOf,
  serviceOf,
} from './hsds/services.ts'
import { taxonomiesIn, termsIn } from './hsds/taxonomies.ts'
import { readParameters } from './parameters.ts'
import { paths } from './paths.ts'
import { problemOf } from './problems.ts'
import { spokenContext } from './spoken-context.ts'
import { findPublishedCentres, type PublishedCentre } from './store/centres.ts'

const officialDescription =
  'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json'

/** The offers for registers of social services: HSDS 3.0, one instance for each language of the city. */
export const hsdsRoutes = (routes: InterfaceRoutes) => {
  // A page of a hundred services with all around them is the heaviest answer there is; a city has a few such pages.
  const mayList = rateLimit({ times: 60, seconds: 60 })

  routes.get('/hsds/:language', forEveryone, c =>
    answering(c, '', ({ origin }) => ({
      ...{ version: '3.0', profile: origin + paths.hsdsProfile, openapi_url: officialDescription },
    })),
  )
  routes.get('/hsds-profile', forEveryone, c => {
    keepForToday(c)
    return c.json(germanProfile)
  })

  routes.get('/hsds/:language/services', forEveryone, c =>
    answering(c, '/services', asking =>
      services(c, { ...asking, mayList }, known => {
        if (asking.asked.minimal === 'true')
          return { id: known.row.id, modified_date: `${known.row.changedAt}` }
        return isFull(asking) ? fullServiceOf(known, asking) : serviceOf(known, asking)
      }),
    ),
  )
  routes.get('/hsds/:language/services/:id', forEveryone, c =>
    answering(c, '/services/{id}', async asking => fullServiceOf(await oneOf(c, asking), asking)),
  )
  routes.get('/hsds/:language/service_at_locations', forEveryone, c =>
    answering(c, '/service_at_locations', asking =>
      services(c, { ...asking, mayList }, known =>
        isFull(asking) ? fullServiceAtLocationOf(known, asking) : serviceAtLocationOf(known, asking),
      ),
    ),
  )
  routes.get('/hsds/:language/service_at_locations/:id', forEveryone, c =>
    answering(c, '/service_at_locations/{id}', async asking =>
      fullServiceAtLocationOf(await oneOf(c, asking), asking),
    ),
  )

  routes.get('/hsds/:language/organizations', forEveryone, c =>
    answering(c, '/organizations', async asking =>
      sliced(asking, [...(await centresByProvider(asking.context)).values()], centres =>
        isFull(asking) ? fullOrganizationOf(centres, asking) : organizationOf(centres, asking),
      ),
    ),
  )
  routes.get('/hsds/:language/organizations/:id', forEveryone, c =>
    answering(c, '/organizations/{id}', async asking => {
      const centres = (await centresByProvider(asking.context)).get(idFrom(c.req.param('id')))
      return fullOrganizationOf(orNotFound(centres), asking)
    }),
  )
  routes.get('/hsds/:language/locations', forEveryone, c =>
    answering(c, '/locations', async asking =>
      sliced(asking, await findPublishedCentres(asking.context), centre => locationOf(centre, asking)),
    ),
  )
  routes.get('/hsds/:language/locations/:id', forEveryone, c =>
    answering(c, '/locations/{id}', async asking => {
      const [centre] = await findPublishedCentres(asking.context, idFrom(c.req.param('id')))
      return locationOf(orNotFound(centre), asking)
    }),
  )

  routes.get('/hsds/:language/taxonomies', forEveryone, c =>
    answering(c, '/taxonomies', asking => sliced(asking, taxonomiesIn(asking.wording), same)),
  )
  routes.get('/hsds/:language/taxonomies/:id', forEveryone, c =>
    answering(c, '/taxonomies/{id}', ({ wording }) =>
      orNotFound(taxonomiesIn(wording).find(({ id }) => id === idFrom(c.req.param('id')))),
    ),
  )
  routes.get('/hsds/:language/taxonomy_terms', forEveryone, c =>
    answering(c, '/taxonomy_terms', asking => {
      const { taxonomy_id: taxonomy } = asking.asked
      const terms = termsIn(asking.wording).filter(term => !taxonomy || term.taxonomy_id === taxonomy)
      return sliced(asking, terms, same)
    }),
  )
  routes.get('/hsds/:language/taxonomy_terms/:id', forEveryone, c =>
    answering(c, '/taxonomy_terms/{id}', ({ wording }) =>
      orNotFound(termsIn(wording).find(({ id }) => id === idFrom(c.req.param('id')))),
    ),
  )
}

type Asking = {
  context: Context
  wording: Wording
  origin: string
  asked: Partial<Record<HsdsParameter, string>>
}

/** Reads language and parameters, and answers what is true until something changes, or for today. */
const answering = async (
  c: InterfaceRequest<'/hsds/:language'>,
  path: HsdsPath,
  answer: (asking: Asking) => unknown,
) => {
  const { origin } = c.var
  const context = orNotFound(spokenContext(c.var.context, c.req.param('language')))
  const reading = readParameters(new URL(c.req.url).searchParams, hsdsEndpoints[path], hsdsParameters)
  if (!reading.ok) return answerProblem(c, problemOf('wrong-parameters', origin, { errors: reading.errors }))
  const wording = wordingFor(context.language, context.city.timeZone)
  keepForToday(c)
  return c.json((await answer({ context, wording, origin, asked: reading.asked })) as object)
}

type Listing = Asking & { mayList: RateLimit }

const services = async (c: InterfaceRequest, asking: Listing, show: (known: Known) => unknown) => {
  if (!(await asking.mayList(clientAddress(c)))) throw new TooOften()
  const page = pageOf(asking)
  const { known, count } = await readKnownPage(asking.context, asking.asked, page)
  keepForShown(c, known)
  return hsdsPage(known.map(show), { count, ...page })
}

const oneOf = async (c: InterfaceRequest<'/:id'>, { context }: Asking) => {
  const known = orNotFound(await readKnown(context, idFrom(c.req.param('id'))))
  keepForShown(c, [known])
  return known
}

const keepForShown = (c: InterfaceRequest, known: readonly Known[]) =>
  tellFreshness(
    c,
    known.map(({ entry }) => entry),
  )

const sliced = <Thing,>(asking: Asking, all: readonly Thing[], show: (thing: Thing) => unknown) => {
  const { page, perPage } = pageOf(asking)
  const shown = all.slice((page - 1) * perPage, page * perPage).map(show)
  return hsdsPage(shown, { count: all.length, page, perPage })
}

const same = <Thing,>(thing: Thing) => thing

const pageOf = ({ asked }: Asking) => ({
  page: Number(asked.page ?? 1),
  perPage: Number(asked.per_page ?? 50),
})

const isFull = ({ asked }: Asking) => asked.full === 'true'

const centresByProvider = async (context: Context): Promise<Map<string, PublishedCentre[]>> =>
  Map.groupBy(await findPublishedCentres(context), ({ providerId }) => providerId)

const keepForToday = (c: InterfaceRequest) => tellFreshUntil(c, endOfTodayIn(c.var.context))
