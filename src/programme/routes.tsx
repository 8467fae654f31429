import {
  paths as centrePaths,
  findMapMark,
  listCentres,
  listDistricts,
  readDistrict,
} from '../centres/index.ts'
import {
  type Context,
  forEveryone,
  networkName,
  type Page,
  type PageRoutes,
  todayIn,
} from '../identity/index.ts'
import { findJointActivity, findJointDate } from '../joint-activities/index.ts'
import { paths as neighboursPaths } from '../neighbours/index.ts'
import { orNotFound, TooOften } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import { readCourseDays } from '../registration/index.ts'
import { alternatesOf } from './alternates.ts'
import { centrePageRoutes } from './centre-page-routes.tsx'
import type { Consultations } from './consultations.ts'
import type { OfferDetails } from './entry.ts'
import { readFilters } from './filters.ts'
import { HomeHero } from './pages/home-hero.tsx'
import { HomePage } from './pages/home-page.tsx'
import { OfferPage, type Together } from './pages/offer-page.tsx'
import { OffersPage } from './pages/offers-page.tsx'
import { SessionPage } from './pages/session-page.tsx'
import { ConsultationsFree, ToPinboards } from './pages/shortcuts.tsx'
import { paths } from './paths.ts'
import { readSearch } from './read-search.ts'
import { recordingRoutes } from './recording-routes.tsx'
import { search } from './search.ts'
import { findChanges, findCheckedOn } from './store/changes.ts'
import { findDatesOf, findOffers, findSession, findSessions } from './store/entries.ts'
import { findOffer, findSeriesOf } from './store/offer-details.ts'
import { findSpokenLanguages } from './store/spoken-languages.ts'
import { findWayToPartner } from './store/ways-to-partners.ts'
import { offerData, sessionData, type Told } from './structured-data.ts'
import { endOf, tellFreshness } from './tell-freshness.ts'
import { findWaysOut } from './ways-out.ts'

const offersOnPage = 20
const datesOnPage = 8
/** Of an offer on every day of a year: more does nobody read. */
const mostDates = 200

/**
 * What families read of the programme. Each answer says until when it stays true, for the page cache; but where a
 * family decides to register, free places are read anew each time.
 */
export const programmeRoutes = (routes: PageRoutes, consultationsOf: Consultations) => {
  // A searching family types a word a second at most; the network of a centre has many families.
  const maySearch = rateLimit({ times: 240, seconds: 60 })
  routes.get('', forEveryone, async c => {
    const { context, wording } = c.var
    const today = todayIn(context)
    const code = readDistrict(c.req.query('district'))
    const [centres, districts, mapMark, entries] = await Promise.all([
      listCentres(context, code),
      listDistricts(context),
      findMapMark(context),
      findSessions(context, { from: today, until: today.add({ days: 6 }), near: code }),
    ])
    const district = districts.find(each => each.code === code)
    const changes = await findChanges(
      context,
      entries.map(({ offerId }) => offerId),
    )
    const page = {
      ...{ wording, now: context.now, today, changes },
      ...{ district, centres, mapMark, entries },
    }
    tellFreshness(c, entries)
    return c.render(<HomePage {...page} />, {
      ...{ title: networkName(context), description: wording.t('programme.home.description') },
      ...{ current: 'today', hero: <HomeHero {...page} /> },
      stylesheets: [centrePaths.accents(context.language, centres)],
    })
  })

  routes.get('/offers', forEveryone, async c => {
    const { context, wording } = c.var
    const today = todayIn(context)
    const { filters, page } = readFilters(new URL(c.req.url).searchParams)
    if (filters.q && !(await maySearch(clientAddress(c)))) throw new TooOften()
    const meant = await readSearch(context, filters)
    if (meant) return c.redirect(paths.offers(context.language, meant))
    const found = filters.q ? await search(context, filters.q) : undefined
    const [centres, districts, languages, { entries, count }] = await Promise.all([
      listCentres(context),
      listDistricts(context),
      findSpokenLanguages(context),
      findOffers(context, { filters, today, found, limit: offersOnPage, offset: (page - 1) * offersOnPage }),
    ])
    // What opens for registration meanwhile is not among these, so a list of free places is never kept.
    if (!filters.places) tellFreshness(c, entries)
    const pages = Math.ceil(count / offersOnPage)
    const choices = { districts, centres, languages }
    const waysOut = count === 0 ? await findWaysOut(context, { filters, today, found }) : []
    const changes = await findChanges(
      context,
      entries.map(({ offerId }) => offerId),
    )
    const alsoFitting = new Set(found?.alsoFitting.flat())
    const list = { entries, count, alsoFitting, page, pages, filters, choices, waysOut, changes }
    const shortcut = (
      <>
        {filters.kind === 'counselling' && (
          <ConsultationsFree centres={await consultationsOf.everywhere(context)} wording={wording} />
        )}
        {filters.kind === 'neighbourly' && (
          <ToPinboards href={neighboursPaths.all(context.language)} wording={wording} />
        )}
      </>
    )
    const title = filters.q
      ? wording.t('programme.offers.titleFor', { q: filters.q })
      : wording.t('programme.offers.title')
    return c.render(<OffersPage {...list} {...{ wording, today, shortcut }} now={context.now} />, {
      ...{ title, current: 'offers', stylesheets: [centrePaths.accents(context.language, centres)] },
      alternates: alternatesOf({ filters }, networkName(context), wording),
      isPrivate: Object.keys(filters).length > 0,
      isDelicate: filters.kind === 'counselling',
    })
  })

  recordingRoutes(routes)

  routes.get('/offers/:slug', forEveryone, async c => {
    const { context, wording } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const today = todayIn(context)
    const wantsAll = c.req.query('dates') === 'all'
    const [centres, found, series, planned] = await Promise.all([
      listCentres(context),
      findOffer(context, slug),
      findSeriesOf(context, slug, today),
      findDatesOf(context, { slug, from: today, limit: (wantsAll ? mostDates : datesOnPage) + 1 }),
    ])
    const details = orNotFound(found)
    const dates = planned.slice(0, wantsAll ? mostDates : datesOnPage)
    const moreHref =
      planned.length > dates.length && !wantsAll ? paths.allDates(context.language, slug) : undefined
    const changes = (await findChanges(context, [details.id])).get(details.id) ?? []
    const checkedOn = await findCheckedOn(context, details.id)
    const { kind, centre, registration } = details.offer
    const next = dates.find(({ session }) => !session?.cancelled)?.session
    const together = kind === 'activity' ? await readTogether(context, details, next?.id) : undefined
    const consultations =
      kind === 'counselling' ? await consultationsOf.atCentre(context, centre.slug) : undefined
    if (registration === 'none') tellFreshness(c, [...dates, ...endOf(consultations)])
    const address = c.var.origin + paths.offer(context.language, slug)
    return c.render(
      <OfferPage
        {...{ details, series, dates, moreHref, wording, today, address }}
        {...{ consultations, together, changes, checkedOn }}
        now={context.now}
      />,
      {
        ...{ title: details.offer.title.text, description: details.offer.summary, current: 'offers' },
        data: offerData(toldOf(c, details, together), series, dates),
        stylesheets: [centrePaths.accents(context.language, centres)],
        scripts: ['listen-aloud.js'],
        isDelicate: kind === 'counselling',
      },
    )
  })

  routes.get('/sessions/:id', forEveryone, async c => {
    const { context, wording } = c.var
    const id = idFrom(c.req.param('id'))
    const [centres, found] = await Promise.all([listCentres(context), findSession(context, id)])
    const entry = orNotFound(found)
    const offered = orNotFound(await findOffer(context, entry.slug))
    const { centre, place, session: held } = entry
    const wayToPartner = held?.isElsewhere
      ? await findWayToPartner(context, { centreId: centre.id, place })
      : null
    const details = { ...offered, wayToPartner }
    const changes = (await findChanges(context, [details.id])).get(details.id) ?? []
    const checkedOn = await findCheckedOn(context, details.id)
    const course = entry.registration === 'course' ? entry.intake : null
    const courseDays = course ? await readCourseDays(context, course.id) : []
    if (entry.registration === 'none') tellFreshness(c, [entry])
    const address = c.var.origin + paths.session(context.language, id)
    const together = details.offer.kind === 'activity' ? await readTogether(context, details, id) : undefined
    return c.render(
      <SessionPage
        {...{ entry, details, wording, address, together, changes, checkedOn, courseDays }}
        now={context.now}
      />,
      {
        title: entry.title.text,
        description: entry.summary,
        current: 'offers',
        data: sessionData(toldOf(c, details, together), entry),
        stylesheets: [centrePaths.accents(context.language, centres)],
        scripts: ['listen-aloud.js'],
        isDelicate: details.offer.kind === 'counselling',
      },
    )
  })

  centrePageRoutes(routes, consultationsOf)
}

const toldOf = (c: Page, details: OfferDetails, together: Together): Told => {
  const { context, origin } = c.var
  const { language, now, city } = context
  const isElsewhere = Boolean(together?.joint.meetingPoint)
  return { details, isElsewhere, language, origin, now, timeZone: city.timeZone }
}

/** What families do together, and how the date they would join stands. */
const readTogether = async (context: Context, { id }: OfferDetails, sessionId: string | undefined) => {
  const [joint, date] = await Promise.all([
    findJointActivity(context, id),
    sessionId ? findJointDate(context, sessionId) : undefined,
  ])
  return joint && { joint, date }
}
