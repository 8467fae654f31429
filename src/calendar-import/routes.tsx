import * as v from 'valibot'
import { ledCentre } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { adoptNew, staffPaths } from '../planning/index.ts'
import { asTyped, type FormProblems, type FormValues, textOf } from '../platform/web/form.ts'
import type { ImportedEvent } from './events.ts'
import { readSources } from './keep-source.ts'
import { FoundPage } from './pages/found-page.tsx'
import { ImportPage, type ImportProblem } from './pages/import-page.tsx'
import { paths } from './paths.ts'
import { readCalendar } from './read-calendar.ts'
import { comingYear } from './read-source.ts'
import { sourceRoutes } from './source-routes.tsx'
import { answersOf, idOf, withWords } from './wanted.ts'

const forLeads = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'programme' } as const

/** As much as the form that carries what was found may hold. */
const longestFound = 200_000

/** A partner's calendar becomes begun plans: its dates are read and shown first, and a lead says what they are. */
export const calendarImportRoutes = (routes: PageRoutes) => {
  routes.get('/staff/calendar-import', forLeads, c => showImport(c))

  routes.post('/staff/calendar-import', forLeads, async c => {
    const { context, wording } = c.var
    const form = await c.req.formData()
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const words = (textOf(form, 'words') ?? '').slice(0, 200)
    const file = form.get('calendar')
    if (!(file instanceof File) || file.size === 0)
      return showImport(c, { problem: 'missing-file', centreSlug: centre.slug, words })

    const text = await file.text()
    const read = await readCalendar({ text, timeZone: context.city.timeZone, ...comingYear(context) })
    if (!read) return showImport(c, { problem: 'too-heavy', centreSlug: centre.slug, words })
    const events = withWords(read.events, words)
    if (JSON.stringify(events).length > longestFound)
      return showImport(c, { problem: 'too-large', centreSlug: centre.slug, words })
    return c.render(<FoundPage {...{ centre, wording, events, faults: read.faults }} />, {
      ...{ ...frame, title: wording.t('calendarImport.found.title', { count: events.length }) },
      subline: centre.name,
    })
  })

  routes.post('/staff/calendar-import/take', forLeads, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const events = readFound(textOf(form, 'found') ?? '')
    if (!events) return showImport(c, { problem: 'missing-file', centreSlug: centre.slug })
    const wanted = new Set(form.getAll('events[]'))
    const begun = events
      .map(event => ({ id: idOf(centre.id, event), answers: answersOf(event) }))
      .filter((_, index) => wanted.has(String(index)))
    const taken = await adoptNew(context, centre, begun)
    return c.redirect(
      `${paths.page(context.language, centre.slug)}&taken=${taken}&known=${begun.length - taken}`,
      303,
    )
  })

  sourceRoutes(routes, (c, values, problems) =>
    showImport(c, {
      values,
      problems,
      ...(typeof values.centre === 'string' && { centreSlug: values.centre }),
    }),
  )
}

type Shown = {
  problem?: ImportProblem
  centreSlug?: string
  words?: string
  values?: FormValues
  problems?: FormProblems
}

const showImport = async (
  c: Page,
  { problem, centreSlug = c.req.query('centre'), words = '', values = {}, problems = {} }: Shown = {},
) => {
  const { context, wording } = c.var
  const { centre } = await ledCentre(context, centreSlug)
  const countOf = (name: string) =>
    /^\d{1,3}$/.test(c.req.query(name) ?? '') ? Number(c.req.query(name)) : undefined
  const done = { taken: countOf('taken'), known: countOf('known') ?? 0 }
  const sources = await readSources(context, centre)
  const view = { sources, values, problems, timeZone: context.city.timeZone }
  c.status(problem || Object.keys(problems).length > 0 ? 422 : 200)
  return c.render(<ImportPage {...{ wording, centre, problem, words, done, view }} />, {
    ...{ ...frame, title: wording.t('calendarImport.title') },
    subline: <a href={staffPaths.programme(context.language, centre.slug)}>{centre.name}</a>,
  })
}

const time = v.nullable(v.pipe(v.string(), v.regex(/^\d\d:\d\d$/)))
const words = v.pipe(v.string(), v.transform(asTyped))
const foundShape = v.pipe(
  v.array(
    v.object({
      ...{ uid: words, title: words, description: words, place: words },
      categories: v.array(words),
      dates: v.array(v.object({ on: v.pipe(v.string(), v.isoDate()), starts: time, ends: time })),
    }),
  ),
  v.maxLength(500),
)

/** What the form of the page brought back; undefined when somebody else made it up. */
const readFound = (text: string): ImportedEvent[] | undefined => {
  try {
    const read = v.safeParse(foundShape, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
