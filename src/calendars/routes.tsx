import { paths as centrePaths, findCentre, listCentres, listDistricts } from '../centres/index.ts'
import { forEveryone, networkName, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { orNotFound, TooOften } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { rateLimit } from '../platform/web/rate-limit.ts'
import {
  type About,
  type DatedEntry,
  type Filters,
  filterInWords,
  findDated,
  findDatedSession,
  findOffer,
  lastingFilters,
  type NewsForm,
  offersIn,
  paths,
  readFilters,
  readSearch,
  search,
  tellFreshness,
} from '../programme/index.ts'
import { feeds } from './feeds.ts'
import { daysAhead, newsOf } from './news.ts'
import { SubscribePage } from './pages/subscribe-page.tsx'
import { roomCalendarRoutes } from './room-routes.tsx'
import { sendCalendar } from './send-calendar.ts'
import { shownDays } from './shown-days.ts'

const datesInCalendar = 3_000
const itemsOfNews = 200

/** What families, schools and newsrooms read with programs of their own: calendars, news, and how to get them. */
export const calendarsRoutes = (routes: PageRoutes) => {
  // A program asks a few times a day; many may stand behind the one address of a provider of calendars.
  const maySearch = rateLimit({ times: 240, seconds: 60 })

  const chosenIn = async (c: Page): Promise<Chosen> => {
    const { context, wording } = c.var
    const asked = lastingFilters(readFilters(new URL(c.req.url).searchParams).filters)
    if (asked.q && !(await maySearch(clientAddress(c)))) throw new TooOften()
    const filters = (await readSearch(context, asked)) ?? asked
    const [districts, centres, found] = await Promise.all([
      listDistricts(context),
      listCentres(context),
      filters.q ? search(context, filters.q) : undefined,
    ])
    const words = (Object.keys(filters) as (keyof Filters)[]).map(name =>
      filterInWords(name, filters, { districts, centres, languages: [] }, wording),
    )
    return {
      about: { filters: asked },
      name: [networkName(context), ...words].join(' · '),
      wanted: { filters, found: found && offersIn(found) },
      home: paths.offers(context.language, asked),
    }
  }

  for (const [path, chosenBy] of [
    ['', chosenIn],
    ['/centres/:slug', centreIn],
  ] as const) {
    routes.get(`${path}/calendar.ics`, forEveryone, async c => {
      const { about, name, wanted } = await chosenBy(c)
      const entries = await findDated(c.var.context, {
        ...wanted,
        ...shownDays(c.var.context),
        limit: datesInCalendar,
      })
      return sendCalendar(c, { name, entries, self: paths.calendar(c.var.context.language, about) })
    })

    for (const form of Object.keys(feeds) as NewsForm[]) {
      routes.get(`${path}/news.${form}`, forEveryone, async c => {
        const { about, name, wanted, home } = await chosenBy(c)
        const from = todayIn(c.var.context)
        const until = from.add({ days: daysAhead })
        const entries = await findDated(c.var.context, { ...wanted, from, until, limit: itemsOfNews })
        return sendNews(c, form, { about, name, home, entries })
      })
    }

    routes.get(`${path}/subscribe`, forEveryone, async c => {
      const { wording, origin } = c.var
      const { about, name, home } = await chosenBy(c)
      tellFreshness(c, [])
      return c.render(<SubscribePage {...{ wording, origin, about, name, home }} />, {
        title: wording.t('calendars.subscribe.title'),
        description: name,
        current: 'centre' in about ? 'centres' : 'offers',
        isPrivate: true,
      })
    })
  }

  roomCalendarRoutes(routes)

  routes.get('/offers/:slug/calendar.ics', forEveryone, async c => {
    const { context } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const [found, entries] = await Promise.all([
      findOffer(context, slug),
      findDated(context, { offer: slug, ...shownDays(c.var.context), limit: datesInCalendar }),
    ])
    const { title, centre } = orNotFound(found).offer
    const self = paths.offerCalendar(context.language, slug)
    return sendCalendar(c, { name: `${title.text} – ${centre.name}`, entries, self })
  })

  routes.get('/sessions/:id/calendar.ics', forEveryone, async c => {
    const { context } = c.var
    const entry = orNotFound(await findDatedSession(context, idFrom(c.req.param('id'))))
    const self = paths.sessionCalendar(context.language, entry.session.id)
    return sendCalendar(c, { name: entry.title.text, entries: [entry], self, isOneDate: true })
  })
}

/** What somebody reads: what it is called, what is in it, and the page that shows the same. */
type Chosen = {
  about: About
  name: string
  wanted: { filters?: Filters; found?: readonly string[] | undefined; centre?: string }
  home: string
}

const centreIn = async (c: Page): Promise<Chosen> => {
  const slug = slugFrom(c.req.param('slug') ?? '')
  const { name } = orNotFound(await findCentre(c.var.context, slug))
  const home = centrePaths.centre(c.var.context.language, slug)
  return { about: { centre: slug }, name, wanted: { centre: slug }, home }
}

type Told = Pick<Chosen, 'about' | 'name' | 'home'> & { entries: readonly DatedEntry[] }

const sendNews = (c: Page, form: NewsForm, { about, name, home, entries }: Told) => {
  const { context, wording, origin } = c.var
  const { city, now, language } = context
  const news = newsOf({
    ...{ title: wording.t('calendars.news.title', { name }), entries, wording, now, timeZone: city.timeZone },
    ...{ self: origin + paths.news(language, about, form), home: origin + home },
    urls: { session: id => origin + paths.session(language, id) },
  })
  const { type, write } = feeds[form]
  tellFreshness(c, [])
  return c.body(write(news), 200, { 'content-type': `${type}; charset=utf-8` })
}
