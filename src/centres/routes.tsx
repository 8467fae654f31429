import { findFilm } from '../explained/index.ts'
import { endOfTodayIn, forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { accentSheet } from './accent-sheet.ts'
import { introductionRoutes } from './introduction-routes.tsx'
import { CentresPage } from './pages/centres-page.tsx'
import { DistrictsPage } from './pages/districts-page.tsx'
import { AccessibilityPage, ImprintPage, PrivacyPage, SourcesPage } from './pages/legal-pages.tsx'
import { localOf, mapImage } from './pages/map-image.tsx'
import { PromisePage } from './pages/promise-page.tsx'
import { partsRoutes } from './parts-routes.tsx'
import { paths } from './paths.ts'
import { portraitRoutes } from './portrait-routes.tsx'
import { readDistrict } from './read-district.ts'
import { findOpenOn } from './store/centre-details.ts'
import { findCentresOfDistricts, listCentres, listDistricts } from './store/centres.ts'
import { findNotice, listProviders } from './store/city-notice.ts'
import { findMap, findMapMark } from './store/map.ts'

const forEver = 'public, max-age=31536000, immutable'

/** Centres, districts and their map, and what the city says about itself. */
export const centresRoutes = (routes: PageRoutes) => {
  partsRoutes(routes)
  introductionRoutes(routes)
  portraitRoutes(routes)

  routes.get('/centres', forEveryone, async c => {
    const { context, wording } = c.var
    const code = readDistrict(c.req.query('district'))
    const [centres, districts, mapMark, today] = await Promise.all([
      listCentres(context, code),
      listDistricts(context),
      findMapMark(context),
      findOpenOn(context, todayIn(context).dayOfWeek),
    ])
    const district = districts.find(each => each.code === code)
    keepForToday(c)
    return c.render(<CentresPage {...{ wording, centres, today, district, mapMark }} />, {
      ...{ title: wording.t('centres.list.title'), description: wording.t('centres.list.description') },
      ...{ current: 'centres', stylesheets: [paths.accents(context.language, centres)] },
    })
  })

  routes.get('/districts', forEveryone, async c => {
    const { context, wording } = c.var
    const [districts, centres, map] = await Promise.all([
      listDistricts(context),
      findCentresOfDistricts(context),
      findMap(context),
    ])
    keepForToday(c)
    return c.render(<DistrictsPage {...{ wording, districts, centres, map }} />, {
      ...{
        title: wording.t('centres.districts.title'),
        description: wording.t('centres.districts.description'),
      },
      current: 'districts',
    })
  })

  routes.get('/accents.css', forEveryone, async c => {
    const { styles } = accentSheet(await listCentres(c.var.context))
    keepForToday(c)
    return c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': forEver })
  })

  routes.get('/map.svg', forEveryone, async c => {
    const district = readDistrict(c.req.query('district')) ?? ''
    const [map, centres] = await Promise.all([
      findMap(c.var.context),
      listCentres(c.var.context, district || undefined),
    ])
    keepForToday(c)
    return c.body(mapImage(map, district, localOf(centres)), 200, {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': forEver,
    })
  })

  routes.get('/promise', forEveryone, c => {
    const { wording } = c.var
    keepForToday(c)
    return c.render(<PromisePage wording={wording} />, {
      title: wording.t('centres.promise.title'),
      description: wording.t('centres.promise.lead'),
    })
  })

  routes.get('/imprint', forEveryone, async c => {
    const { context, wording } = c.var
    const [notice, providers] = await Promise.all([findNotice(context), listProviders(context)])
    keepForToday(c)
    return c.render(<ImprintPage {...{ wording, notice, providers }} />, {
      title: wording.t('centres.imprint.title'),
    })
  })

  routes.get('/privacy', forEveryone, async c => {
    const { context, wording } = c.var
    const providers = await listProviders(context)
    keepForToday(c)
    return c.render(<PrivacyPage {...{ wording, providers }} />, {
      title: wording.t('centres.privacy.title'),
      description: wording.t('centres.privacy.lead'),
    })
  })

  routes.get('/accessibility', forEveryone, async c => {
    const { context, wording } = c.var
    const [notice, film] = await Promise.all([findNotice(context), findFilm(context)])
    keepForToday(c)
    return c.render(<AccessibilityPage {...{ wording, notice }} hasSignLanguage={Boolean(film)} />, {
      title: wording.t('centres.accessibility.title'),
    })
  })

  routes.get('/sources', forEveryone, async c => {
    const { context, wording } = c.var
    const notice = await findNotice(context)
    keepForToday(c)
    return c.render(<SourcesPage {...{ wording, notice }} />, { title: wording.t('centres.sources.title') })
  })
}

/** Changes with the data of the city, and with the day at the latest; until then the page may be kept. */
const keepForToday = (c: Page) => tellFreshUntil(c, endOfTodayIn(c.var.context))
