import { forRoles, type Page, type PageRoutes, todayIn } from '../../identity/index.ts'
import { type FormProblems, type FormValues, parseValues, valuesOf } from '../../platform/web/form.ts'
import { single } from '../plan/pages/plan-fields.ts'
import { staffPaths } from '../staff-paths.ts'
import { copySeason, previewSeason } from './copy-season.ts'
import { PublishPage } from './pages/publish-page.tsx'
import { SeasonPage } from './pages/season-page.tsx'
import { publishSeveral, readUnpublished } from './publish-several.ts'
import { type SeasonChange, seasonsAround } from './season.ts'
import { seasonForm, severalForm, takenOverForm } from './season-forms.ts'

const forLeads = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'programme' } as const

/** A whole season at once: copied from the last one, and published in one go. */
export const seasonRoutes = (routes: PageRoutes) => {
  routes.get('/staff/programme/season', forLeads, c =>
    showSeason(c, valuesOf(new URL(c.req.url).searchParams)),
  )

  routes.post('/staff/programme/season', forLeads, async c => {
    const sent = valuesOf(await c.req.formData())
    const season = parseValues(sent, seasonForm)
    const taken = parseValues(sent, takenOverForm)
    if (!season.ok) return showSeason(c, sent, season.problems)
    if (!taken.ok) return showSeason(c, sent, taken.problems)
    const { context } = c.var
    const centre = single(sent.centre) || undefined
    const { copied } = await copySeason(context, centre, { ...season.value, ...taken.value })
    return c.redirect(staffPaths.publishSeveral(context.language, { centre, copied }), 303)
  })

  routes.get('/staff/programme/publish', forLeads, c => showUnpublished(c))

  routes.post('/staff/programme/publish', forLeads, async c => {
    const { context } = c.var
    const parsed = parseValues(valuesOf(await c.req.formData()), severalForm)
    if (!parsed.ok) return showUnpublished(c, 422)
    const { offers: pressed, centre } = parsed.value
    await publishSeveral(context, pressed)
    return c.redirect(staffPaths.publishSeveral(context.language, { centre, pressed }), 303)
  })
}

/** The four days to be chosen; once they hold, what each offer would become. */
const showSeason = async (c: Page, typed: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const centreSlug = single(typed.centre) || undefined
  const usual = seasonsAround(todayIn(context))
  const values = { ...valuesOfSeason(usual), ...typed }
  const season = parseValues(values, seasonForm)
  const wasAsked = typed.lastFrom !== undefined
  const preview = await previewSeason(context, centreSlug, season.ok ? season.value : usual)
  const faults = { ...(season.ok ? {} : season.problems), ...problems }
  if (Object.keys(faults).length > 0) c.status(422)
  return c.render(
    <SeasonPage
      {...{ ...preview, wording, values, problems: faults }}
      season={wasAsked && season.ok ? season.value : undefined}
    />,
    {
      ...{ ...frame, title: wording.t('programme.season.title'), subline: preview.centre.name },
      back: {
        href: staffPaths.programme(wording.language, preview.centre.slug),
        label: wording.t('programme.staff.title'),
      },
    },
  )
}

const showUnpublished = async (c: Page, status: 200 | 422 = 200) => {
  const { context, wording } = c.var
  const { centre, drafts, pressed } = await readUnpublished(
    context,
    c.req.query('centre') || undefined,
    c.req.queries('of') ?? [],
  )
  const copied = /^\d{1,3}$/.test(c.req.query('copied') ?? '') ? Number(c.req.query('copied')) : undefined
  c.status(status)
  return c.render(
    <PublishPage
      {...{ wording, centre, drafts, pressed, copied }}
      areAllTicked={c.req.query('all') === 'yes'}
      isNothingTicked={status === 422}
    />,
    {
      ...{ ...frame, title: wording.t('programme.publishing.title'), subline: centre.name },
      back: {
        href: staffPaths.programme(wording.language, centre.slug),
        label: wording.t('programme.staff.title'),
      },
    },
  )
}

const valuesOfSeason = ({ last, next }: SeasonChange): FormValues => ({
  ...{ lastFrom: last.firstOn.toString(), lastUntil: last.lastOn.toString() },
  ...{ nextFrom: next.firstOn.toString(), nextUntil: next.lastOn.toString() },
})
