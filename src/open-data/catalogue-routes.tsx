import { findNotice } from '../centres/index.ts'
import { endOfTodayIn, forEveryone, type InterfaceRequest, type InterfaceRoutes } from '../identity/index.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import { describeData } from './catalogue/describe-data.ts'
import { asJsonLd, asTurtle } from './catalogue/triples.ts'
import { findCityOpenData } from './store/city-open-data.ts'

/** What there is, for catalogues of open data (DCAT-AP.de). */
export const catalogueRoutes = (routes: InterfaceRoutes) => {
  routes.get('/catalogue.ttl', forEveryone, async c =>
    c.body(asTurtle(await described(c)), 200, { 'content-type': 'text/turtle; charset=utf-8' }),
  )
  routes.get('/catalogue.jsonld', forEveryone, async c =>
    c.body(JSON.stringify(asJsonLd(await described(c))), 200, { 'content-type': 'application/ld+json' }),
  )
}

const described = async (c: InterfaceRequest) => {
  const { context, origin } = c.var
  const { city } = context
  const [{ office }, openData] = await Promise.all([findNotice(context), findCityOpenData(context)])
  const wordings = city.languages.map(language => wordingFor(language, city.timeZone))
  tellFreshUntil(c, endOfTodayIn(context))
  return describeData({ city, office, openData, origin, wordings })
}
