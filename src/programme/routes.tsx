import {
  CentrePage,
  paths as centrePaths,
  findCentre,
  findMapMark,
  findWhoIsHere,
  listCentres,
  listDistricts,
  PeopleHere,
  readDistrict,
  WhenClosed,
} from '../centres/index.ts'
import { DoorstepTeaser, nextRoundDay } from '../doorstep/index.ts'
import {
  type Context,
  forEveryone,
  networkName,
  type Page,
  type PageRoutes,
  todayIn,
} from '../identity/index.ts'
import { findJointActivity, findJointDate } from '../joint-activities/index.ts'
import { paths as neighboursPaths, PinboardTeaser, readPinboard } from '../neighbours/index.ts'
import { listPublished, PartnersOfCentre } from '../network/index.ts'
import { orNotFound, TooOften } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import { calendarFile } from './calendar-file.ts'
import type { Entry, OfferDetails } from './entry.ts'
import { readFilters } from './filters.ts'
import { freshUntil } from './fresh-until.ts'
import { BookWithoutName } from './pages/book-without-name.tsx'
import { CentrePlan } from './pages/centre-plan.tsx'
import { HomeHero, HomePage } from './pages/home-page.tsx'
import { OfferPage } from './pages/offer-page.tsx'
import { OffersPage } from './pages/offers-page.tsx'
import { SessionPage } from './pages/session-page.tsx'
import { ConsultationsFree, ToPinboards } from './pages/shortcuts.tsx'
import { paths } from './paths.ts'
import { readSearch } from './read-search.ts'
import { search } from './search.ts'
import { findDatesOf, findOffers, findSession, findSessions } from './store/entries.ts'
import { findOffer, findSeriesOf } from './store/offer-details.ts'
import { findSpokenLanguages } from './store/spoken-languages.ts'
import { findWaysOut } from './ways-out.ts'

const offersOnPage = 20
const datesOnPage = 8
const datesInCalendar = 100

/** Where one books a consultation without a name: at a centre, until its last free time, and at all that have one. */
type Consultations = {
  atCentre: (
    context: Context,
    centreSlug: string,
  ) => Promise<{ href: string; until: Temporal.Instant } | undefined>
  everywhere: (context: Context) => Promise<readonly { centre: string; href: string }[]>
}

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
    const page = { ...{ wording, now: context.now, today }, ...{ district, centres, mapMark, entries } }
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
    const choices = { districts, languages }
    const waysOut = count === 0 ? await findWaysOut(context, { filters, today, found }) : []
    const list = { entries, count, page, pages, filters, choices, waysOut }
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
      isPrivate: Object.keys(filters).length > 0,
    })
  })

  routes.get('/offers/:slug', forEveryone, async c => {
    const { context, wording } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const today = todayIn(context)
    const [centres, found, series, dates] = await Promise.all([
      listCentres(context),
      findOffer(context, slug),
      findSeriesOf(context, slug, today),
      findDatesOf(context, { slug, from: today, limit: datesOnPage }),
    ])
    const details = orNotFound(found)
    const { kind, centre, registration } = details.offer
    const next = dates.find(({ session }) => !session?.cancelled)?.session
    const together = kind === 'activity' ? await readTogether(context, details, next?.id) : undefined
    const consultations =
      kind === 'counselling' ? await consultationsOf.atCentre(context, centre.slug) : undefined
    if (registration === 'none') tellFreshness(c, [...dates, ...endOf(consultations)])
    const address = c.var.origin + paths.offer(context.language, slug)
    return c.render(
      <OfferPage
        {...{ details, series, dates, wording, today, address, consultations, together }}
        now={context.now}
      />,
      {
        ...{ title: details.offer.title.text, description: details.offer.summary, current: 'offers' },
        stylesheets: [centrePaths.accents(context.language, centres)],
      },
    )
  })

  routes.get('/offers/:slug/calendar.ics', forEveryone, async c => {
    const { context } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const [found, entries] = await Promise.all([
      findOffer(context, slug),
      findDatesOf(context, { slug, from: todayIn(context), limit: datesInCalendar }),
    ])
    return sendCalendar(c, orNotFound(found), entries)
  })

  routes.get('/sessions/:id/calendar.ics', forEveryone, async c => {
    const { context } = c.var
    const entry = orNotFound(await findSession(context, idFrom(c.req.param('id'))))
    return sendCalendar(c, orNotFound(await findOffer(context, entry.slug)), [entry])
  })

  routes.get('/centres/:slug', forEveryone, async c => {
    const { context, wording } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const today = todayIn(context)
    const [centres, found, partners, here, entries] = await Promise.all([
      listCentres(context),
      findCentre(context, slug),
      listPublished(context, slug),
      findWhoIsHere(context, slug),
      findSessions(context, { from: today, until: today.add({ days: 6 }), centre: slug }),
    ])
    const centre = orNotFound(found)
    const consultations = await consultationsOf.atCentre(context, slug)
    tellFreshness(c, [...entries, ...endOf(consultations)])
    const notes = await readPinboard(context, centre.id)
    const roundDay = await nextRoundDay(context, centre.id)
    const plan = (
      <>
        {consultations && <BookWithoutName href={consultations.href} wording={wording} />}
        {roundDay && <DoorstepTeaser {...{ centre, wording }} heldOn={roundDay} />}
        <CentrePlan {...{ wording, today, entries }} />
        <PeopleHere people={here.people} wording={wording} />
        <PartnersOfCentre {...{ partners, wording }} />
        <WhenClosed whenClosed={here.whenClosed} country={context.city.country} wording={wording} />
        {notes && <PinboardTeaser {...{ centre, notes, wording }} />}
      </>
    )
    return c.render(<CentrePage {...{ wording, centre, plan }} weekday={today.dayOfWeek} />, {
      ...{ title: centre.name, description: centre.about, current: 'centres' },
      stylesheets: [centrePaths.accents(context.language, centres)],
    })
  })

  routes.get('/sessions/:id', forEveryone, async c => {
    const { context, wording } = c.var
    const id = idFrom(c.req.param('id'))
    const [centres, found] = await Promise.all([listCentres(context), findSession(context, id)])
    const entry = orNotFound(found)
    const details = orNotFound(await findOffer(context, entry.slug))
    if (entry.registration === 'none') tellFreshness(c, [entry])
    const address = c.var.origin + paths.session(context.language, id)
    const together = details.offer.kind === 'activity' ? await readTogether(context, details, id) : undefined
    return c.render(<SessionPage {...{ entry, details, wording, address, together }} now={context.now} />, {
      title: entry.title.text,
      description: entry.summary,
      current: 'offers',
      stylesheets: [centrePaths.accents(context.language, centres)],
    })
  })
}

/** What families do together, and how the date they would join stands. */
const readTogether = async (context: Context, { id }: OfferDetails, sessionId: string | undefined) => {
  const [joint, date] = await Promise.all([
    findJointActivity(context, id),
    sessionId ? findJointDate(context, sessionId) : undefined,
  ])
  return joint && { joint, date }
}

const sendCalendar = (c: Page, details: OfferDetails, entries: readonly Entry[]) => {
  const { city, now, language } = c.var.context
  const urlOf = (sessionId: string) => c.var.origin + paths.session(language, sessionId)
  const file = calendarFile({ details, entries, now, urlOf, timeZone: city.timeZone })
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${details.offer.slug}.ics"`,
  })
}

type Shown = Pick<Entry, 'intake'> & {
  session: Pick<NonNullable<Entry['session']>, 'startsAt' | 'endsAt'> | null
}

/** A page that speaks of free times changes when the last of them begins. */
const endOf = (consultations: { until: Temporal.Instant } | undefined) =>
  consultations ? [{ session: { startsAt: consultations.until, endsAt: null }, intake: null }] : []

const tellFreshness = (c: Page, shown: readonly Shown[]) => {
  const { now, city } = c.var.context
  const changing = shown.map(({ session, intake }) => ({
    startsAt: session?.startsAt ?? null,
    endsAt: session?.endsAt ?? null,
    intake,
  }))
  tellFreshUntil(c, freshUntil(now, city.timeZone, changing))
}
