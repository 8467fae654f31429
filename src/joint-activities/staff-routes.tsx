import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { directionOf } from '../platform/wording/wording.ts'
import { jointForm } from './forms.ts'
import { JointPlanPage } from './pages/plan-page.tsx'
import { paths } from './paths.ts'
import { planJointActivity, readJointPlan } from './plan-joint-activity.ts'
import type { StoredPlan } from './store/plans.ts'

/** Where the lead plans what families do together. */
export const jointActivityRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/together', forLeads, c => showPlan(c))

  routes.post('/staff/programme/:slug/together', forLeads, async c => {
    const { context } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const form = await c.req.formData()
    const values = valuesOf(form)
    const typed = parseForm(form, jointForm)
    if (!typed.ok) return showPlan(c, { values, problems: typed.problems })
    const planned = await planJointActivity(context, slug, typed.value)
    if (planned.outcome === 'promised') {
      // Lines that are empty were left out before they were counted.
      const line = planned.thing === null ? 0 : lineOf(values, typed.value.things[planned.thing]?.id ?? '')
      return showPlan(c, { values, problems: { [`things.${line}.needed`]: 'promised' } })
    }
    return c.redirect(`${paths.plan(context.language, slug)}?news=saved`, 303)
  })
}

const lineOf = (values: FormValues, id: string) =>
  Object.keys(values)
    .find(name => values[name] === id)
    ?.split('.')[1] ?? '0'

const showPlan = async (c: Page, typed?: { values: FormValues; problems: FormProblems }) => {
  const { context, wording } = c.var
  const { offer, plan, dates } = await readJointPlan(context, slugFrom(c.req.param('slug')))
  const shown = typed ?? { values: valuesFrom(plan), problems: {} }
  const news = typed
    ? undefined
    : oneOf(['saved', 'takes-place', 'already-decided'] as const, c.req.query('news'))
  if (typed) c.status(422)
  return c.render(
    <JointPlanPage {...{ offer, dates, news, wording }} {...shown} hasMinimum={Boolean(plan?.minimum)} />,
    {
      ...{ frame: 'staff', current: 'programme', title: wording.t('joint.plan.title') },
      subline: (
        <bdi lang={offer.titleLanguage} dir={directionOf(offer.titleLanguage)}>
          {offer.title}
        </bdi>
      ),
    },
  )
}

/** A stored plan as its form shows it. */
const valuesFrom = (plan: StoredPlan | undefined): FormValues => ({
  minimum: String(plan?.minimum ?? ''),
  daysBefore: String(plan?.daysBefore ?? ''),
  ...Object.fromEntries(
    plan?.meetingPoint.map(({ language, words }) => [`meetingPoint.${language}`, words]) ?? [],
  ),
  ...Object.fromEntries(
    plan?.things.flatMap(({ id, needed, names }, line) => [
      [`things.${line}.id`, id],
      [`things.${line}.needed`, String(needed)],
      ...names.map(({ language, words }) => [`things.${line}.name.${language}`, words]),
    ]) ?? [],
  ),
})
