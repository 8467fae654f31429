import { readFile } from 'node:fs/promises'
import { forEveryone, type InterfaceRequest, type InterfaceRoutes, todayIn } from '../identity/index.ts'
import { assetFile } from '../platform/design/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { idFrom } from '../platform/web/id.ts'
import { answerProblem } from '../platform/web/problem.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import { listDates, paths as programmePaths, tellFreshness } from '../programme/index.ts'
import { embedNames } from './embed-names.ts'
import { shownElsewhere } from './on-other-sites.ts'
import { filtersOf, parameters, readParameters } from './parameters.ts'
import { problemOf } from './problems.ts'
import { notSpokenHere, spokenContext } from './spoken-context.ts'
import { findOriginOf } from './store/embed-sites.ts'

const usualCount = 5

/** The programme on pages of others: the script, and what it shows. */
export const embedRoutes = (routes: InterfaceRoutes) => {
  // Other sites copy this address once and for ever, so it carries no mark of its content.
  routes.get('/embed.js', forEveryone, async c => {
    const script = await readFile(orNotFound(assetFile('kieznetz-programm.js')), 'utf8')
    return c.body(script, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    })
  })

  routes.get('/embed/:site', forEveryone, async c => {
    const { origin } = c.var
    const site = orNotFound(await findOriginOf(c.var.context, idFrom(c.req.param('site'))))
    const reading = readParameters(new URL(c.req.url).searchParams, embedNames, parameters)
    if (!reading.ok) return refuse(c, reading.errors)
    const { asked } = reading
    const context = spokenContext(c.var.context, asked.lang)
    if (!context) return refuse(c, [notSpokenHere(c.var.context)])
    const { language } = context

    const filters = filtersOf(asked)
    const entries = await listDates(context, {
      ...{ filters, centre: asked.centre, isComing: true, from: todayIn(context) },
      limit: asked.limit ? Number(asked.limit) : usualCount,
    })
    tellFreshness(c, entries)
    // A browser reads this out to pages of that one site; others are left with the plain link inside the element.
    c.header('access-control-allow-origin', site)
    const more = asked.centre
      ? `/${language}/centres/${asked.centre}`
      : programmePaths.offers(language, filters)
    const { city, now } = context
    return c.json(
      shownElsewhere(entries, { wording: wordingFor(language, city.timeZone), origin, now, city, more }),
    )
  })
}

const refuse = (c: InterfaceRequest<'/embed/:site'>, errors: { parameter: string; detail: string }[]) =>
  answerProblem(c, problemOf('wrong-parameters', c.var.origin, { errors }))
