import { paths as centrePaths, findCentre } from '../centres/index.ts'
import { endOfTodayIn, forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { makePdf, type Sheet } from '../platform/pdf/make-pdf.ts'
import { NotFound, orNotFound } from '../platform/refusals.ts'
import { dayFrom } from '../platform/web/day.ts'
import { slugFrom } from '../platform/web/id.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { paths as programmePaths } from '../programme/index.ts'
import { cardRoutes } from './card-routes.tsx'
import { limitOfSheets } from './may-print.ts'
import { bookletSheet } from './pages/booklet-sheet.ts'
import { pictureSheet } from './pages/picture-sheet.tsx'
import { posterSheet } from './pages/poster-sheet.ts'
import { papers, weekSheet } from './pages/week-sheet.ts'
import { readSeason } from './read-season.ts'
import { readTold } from './read-told.ts'
import { readWeek, weekToPrint } from './read-week.ts'
import { printStaffRoutes } from './staff-routes.tsx'

/** The sheets of the programme, set from what families find: whatever is not published cannot stand on them. */
export const printRoutes = (routes: PageRoutes) => {
  printStaffRoutes(routes)
  const mayPrint = limitOfSheets()
  cardRoutes(routes, mayPrint)

  for (const paper of papers)
    routes.get(`/centres/:slug/week-${paper}.pdf`, forEveryone, async c => {
      const { context, wording, origin } = c.var
      await mayPrint(c)
      const monday = weekToPrint(context, dayWished(c))
      const centre = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
      const days = await readWeek(context, centre.slug, monday)
      const address = origin + centrePaths.centre(context.language, centre.slug)
      const sheet = weekSheet({ paper, sender: centre, monday, days, address, wording })
      return sendSheet(c, sheet, `${centre.slug}-${monday}-${paper}`)
    })

  routes.get('/centres/:slug/week-pictures.pdf', forEveryone, async c => {
    const { context, wording, origin } = c.var
    await mayPrint(c)
    const monday = weekToPrint(context, dayWished(c))
    const centre = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
    const days = await readWeek(context, centre.slug, monday)
    const address = origin + centrePaths.pictures(context.language, centre.slug)
    const sheet = pictureSheet({ sender: centre, monday, days, address, wording })
    return sendSheet(c, sheet, `${centre.slug}-${monday}-pictures`)
  })

  routes.get('/centres/:slug/booklet.pdf', forEveryone, async c => {
    const { context, wording, origin } = c.var
    await mayPrint(c)
    const centre = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
    const season = await readSeason(context, centre, dayWished(c))
    const address = origin + centrePaths.centre(context.language, centre.slug)
    return sendSheet(
      c,
      bookletSheet({ centre, season, address, wording }),
      `${centre.slug}-${season.firstOn}`,
    )
  })

  routes.get('/offers/:slug/poster.pdf', forEveryone, async c => {
    const { context, wording, origin } = c.var
    await mayPrint(c)
    const told = await readTold(context, slugFrom(c.req.param('slug')))
    const { slug, centre } = told.offer
    const sender = orNotFound(await findCentre(context, centre.slug))
    const address = origin + programmePaths.offer(context.language, slug)
    return sendSheet(c, posterSheet({ told, sender, address, today: todayIn(context), wording }), slug)
  })
}

/** A day in the week or season that is wanted: a year back or ahead, as far as anything is planned. */
const dayWished = (c: Page) => {
  const wish = c.req.query('from')
  if (wish === undefined) return undefined
  const day = dayFrom(wish)
  const today = todayIn(c.var.context)
  if (!day || Math.abs(today.until(day).days) > 370) throw new NotFound()
  return day
}

/** A sheet of what is published: the same for everybody, until midnight or until something on it changes. */
const sendSheet = async (c: Page, sheet: Sheet, name: string) => {
  const pdf = await makePdf(sheet)
  tellFreshUntil(c, endOfTodayIn(c.var.context))
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}-${c.var.wording.language}.pdf"`,
  })
}
