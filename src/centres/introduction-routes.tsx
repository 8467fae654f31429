import * as v from 'valibot'
import { type Context, forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { languages } from '../platform/wording/wording.ts'
import {
  introduceOneself,
  readOwnIntroduction,
  sayHowToCome,
  sayWhereToGo,
  takeIntroductionDown,
} from './introduce.ts'
import { type IntroductionNews, introducedLanguages, introductionNews } from './introduction.ts'
import { ledCentre } from './led-centres.ts'
import { IntroductionPage } from './pages/introduction-page.tsx'
import { paths } from './paths.ts'

const forLeads = forRoles('centre-lead')

const line = (most: number) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, 'too-long'))

const introductionForm = v.object({
  name: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(120, 'too-long')),
  standsAs: v.picklist(['lead', 'deputy'], 'required'),
  languages: v.optional(v.array(v.picklist(introducedLanguages, 'required')), []),
  whenThere: v.optional(v.object(v.entriesFromList(languages, line(200))), {}),
  consent: v.pipe(v.optional(v.string(), ''), v.literal('yes', 'consent')),
})

const closedForm = v.object({ words: v.object(v.entriesFromList(languages, line(600))) })

const directionsForm = v.object({ directions: v.object(v.entriesFromList(languages, line(600))) })

/** "Who are we?": what a lead lets families know of her, and where they go when the centre is closed. */
export const introductionRoutes = (routes: PageRoutes) => {
  routes.get('/staff/introduction', forLeads, c => showIntroduction(c, c.req.query('centre')))

  routes.post('/staff/introduction', forLeads, async c => {
    const form = await c.req.formData()
    const centre = await centreOf(c.var.context, form)
    const parsed = parseForm(form, introductionForm)
    if (!parsed.ok) return showIntroduction(c, centre.slug, parsed.values, parsed.problems)
    const { consent: _, ...introduction } = parsed.value
    await introduceOneself(c.var.context, centre, introduction)
    return backTo(c, centre.slug, 'shown')
  })

  routes.post('/staff/introduction/take-down', forLeads, async c => {
    const centre = await centreOf(c.var.context, await c.req.formData())
    await takeIntroductionDown(c.var.context, centre)
    return backTo(c, centre.slug, 'taken-down')
  })

  routes.post('/staff/introduction/closed', forLeads, async c => {
    const form = await c.req.formData()
    const centre = await centreOf(c.var.context, form)
    const parsed = parseForm(form, closedForm)
    if (!parsed.ok) return showIntroduction(c, centre.slug, valuesOf(form), parsed.problems)
    await sayWhereToGo(c.var.context, centre, parsed.value.words)
    return backTo(c, centre.slug, 'closed-changed')
  })

  routes.post('/staff/introduction/directions', forLeads, async c => {
    const form = await c.req.formData()
    const centre = await centreOf(c.var.context, form)
    const parsed = parseForm(form, directionsForm)
    if (!parsed.ok) return showIntroduction(c, centre.slug, valuesOf(form), parsed.problems)
    const { languages: spoken } = c.var.context.city
    const { directions } = parsed.value
    const said = Object.fromEntries(spoken.map(code => [code, directions[code]]))
    await sayHowToCome(c.var.context, centre, said)
    return backTo(c, centre.slug, 'directions-changed')
  })
}

const centreOf = async (context: Context, form: FormData) =>
  (await ledCentre(context, textOf(form, 'centre'))).centre

export const backTo = (c: Page, centre: string, what: IntroductionNews) =>
  c.redirect(
    `${paths.introduction(c.var.wording.language)}?${new URLSearchParams({ centre, news: what })}`,
    303,
  )

/** The page on which she edits all of it; with problems it keeps what she typed. */
export const showIntroduction = async (
  c: Page,
  slug: string | undefined,
  typed?: FormValues,
  problems: FormProblems = {},
) => {
  const { context, wording } = c.var
  const { centre, centres } = await ledCentre(context, slug)
  const stored = await readOwnIntroduction(context, centre)
  if (Object.keys(problems).length > 0) c.status(422)
  const { actor, city } = context
  const shown = { ...stored, centre, centres, typed, problems, languages: city.languages }
  return c.render(
    <IntroductionPage
      {...{ ...shown, wording, what: oneOf(introductionNews, c.req.query('news')) }}
      ownName={actor.kind === 'staff' ? actor.name : ''}
    />,
    { frame: 'staff', current: 'introduction', title: wording.t('centres.introduction.title') },
  )
}
