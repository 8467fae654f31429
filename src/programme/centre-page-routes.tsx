import {
  CentrePage,
  ClosedSoon,
  centreData,
  paths as centrePaths,
  findCentre,
  findClosedDays,
  findWhoIsHere,
  listCentres,
  PeopleHere,
  WhenClosed,
} from '../centres/index.ts'
import { DoorstepTeaser, nextRoundDay } from '../doorstep/index.ts'
import { forEveryone, type PageRoutes, todayIn } from '../identity/index.ts'
import { listToBorrow, ThingsTeaser } from '../lending/index.ts'
import { PinboardTeaser, readPinboard } from '../neighbours/index.ts'
import { listPublished, PartnersOfCentre } from '../network/index.ts'
import { asset } from '../platform/design/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { slugFrom } from '../platform/web/id.ts'
import { listPublicRooms, RoomsTeaser } from '../rooms/index.ts'
import { alternatesOf } from './alternates.ts'
import type { Consultations } from './consultations.ts'
import { BookWithoutName } from './pages/book-without-name.tsx'
import { CentrePlan } from './pages/centre-plan.tsx'
import { PictureWeekPage } from './pages/picture-week-page.tsx'
import { ToCalendar } from './pages/shortcuts.tsx'
import { findSessions } from './store/entries.ts'
import { endOf, tellFreshness } from './tell-freshness.ts'
import { weekFrom, weekOf } from './week.ts'

/** A centre with its week, and with all that others know of it: who is there, partners, neighbours, the next round. */
export const centrePageRoutes = (routes: PageRoutes, consultationsOf: Consultations) => {
  routes.get('/centres/:slug', forEveryone, async c => {
    const { context, wording } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const today = todayIn(context)
    const from = weekFrom(c.req.query('from') ?? '', today)
    const [centres, found, partners, here, entries] = await Promise.all([
      listCentres(context),
      findCentre(context, slug),
      listPublished(context, slug),
      findWhoIsHere(context, slug),
      findSessions(context, { from, until: from.add({ days: 6 }), centre: slug }),
    ])
    const centre = orNotFound(found)
    const consultations = await consultationsOf.atCentre(context, slug)
    tellFreshness(c, [...entries, ...endOf(consultations)])
    const notes = await readPinboard(context, centre.id)
    const things = await listToBorrow(context, centre.id)
    const rooms = await listPublicRooms(context, { centreId: centre.id })
    const closed = await findClosedDays(context, slug, { from: today, until: today.add({ weeks: 6 }) })
    const roundDay = await nextRoundDay(context, centre.id)
    const plan = (
      <>
        <ClosedSoon closed={closed} wording={wording} />
        {consultations && <BookWithoutName href={consultations.href} wording={wording} />}
        {roundDay && <DoorstepTeaser {...{ centre, wording }} heldOn={roundDay} />}
        <CentrePlan centreSlug={slug} {...{ wording, today, from, entries }} />
        <ToCalendar about={{ centre: slug }} wording={wording} />
        <PeopleHere people={here.people} wording={wording} />
        <PartnersOfCentre {...{ partners, wording }} />
        <WhenClosed whenClosed={here.whenClosed} country={context.city.country} wording={wording} />
        {notes && <PinboardTeaser {...{ centre, notes, wording }} />}
        {rooms.length > 0 && <RoomsTeaser {...{ rooms, wording }} />}
        {things.length > 0 && <ThingsTeaser {...{ centre, things, wording }} />}
      </>
    )
    return c.render(<CentrePage {...{ wording, centre, plan }} weekday={today.dayOfWeek} />, {
      ...{ title: centre.name, description: centre.about, current: 'centres' },
      data: centreData(centre, {
        url: c.var.origin + centrePaths.centre(context.language, slug),
        country: context.city.country,
      }),
      stylesheets: [centrePaths.accents(context.language, centres)],
      alternates: alternatesOf({ centre: slug }, centre.name, wording),
    })
  })

  routes.get('/centres/:slug/pictures', forEveryone, async c => {
    const { context, wording } = c.var
    const today = todayIn(context)
    const from = weekFrom(c.req.query('from') ?? '', today)
    const centre = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
    const [centres, entries] = await Promise.all([
      listCentres(context),
      findSessions(context, { from, until: from.add({ days: 6 }), centre: centre.slug }),
    ])
    tellFreshness(c, entries)
    return c.render(<PictureWeekPage {...{ centre, from, today, wording }} week={weekOf(from, entries)} />, {
      ...{ title: wording.t('programme.pictures.title'), current: 'centres' },
      stylesheets: [centrePaths.accents(context.language, centres), asset('pictures.css')],
    })
  })
}
