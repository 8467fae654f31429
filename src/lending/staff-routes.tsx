import { ledCentre } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { declineForm, giveBackForm, handOutForm, lendForm, thingForm } from './forms.ts'
import { addThing, changeThing, closeThing } from './keep-thing.ts'
import { lend } from './lend.ts'
import { LendingPage, lendingNews } from './pages/lending-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { ThingPage } from './pages/thing-page.tsx'
import { paths } from './paths.ts'
import { readLending, readThing } from './read-lending.ts'
import { decline, giveBack, handOut, promise, type StepOutcome } from './settle-loan.ts'
import { nameOf } from './thing.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'lending' } as const

/** What the team lends, to whom, and what should be back. */
export const staffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/lending', forTeam, async c => {
    const { context, wording } = c.var
    const news = oneOf(lendingNews, c.req.query('news'))
    const shown = { ...(await readLending(context)), today: todayIn(context), news, wording }
    return c.render(<LendingPage {...shown} />, {
      ...{ ...frame, title: wording.t('lending.desk.title') },
      actions: <LinkButton href={paths.add(context.language)}>{wording.t('lending.desk.add')}</LinkButton>,
    })
  })

  routes.get('/staff/lending/new', forTeam, c => showThing(c, undefined))

  routes.post('/staff/lending/new', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, thingForm)
    if (!parsed.ok) return showThing(c, undefined, { typed: parsed.values, problems: parsed.problems })
    const { centre } = await ledCentre(c.var.context, textOf(form, 'centre'))
    const id = await addThing(c.var.context, centre, parsed.value)
    return c.redirect(`${paths.thing(c.var.context.language, id)}?news=added`, 303)
  })

  routes.get('/staff/lending/:id', forTeam, c => showThing(c, idOf(c)))

  routes.post('/staff/lending/:id', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, thingForm)
    if (!parsed.ok) return showThing(c, idOf(c), { typed: parsed.values, problems: parsed.problems })
    const { outcome } = await changeThing(c.var.context, idOf(c), parsed.value)
    if (outcome === 'more-are-out')
      return showThing(c, idOf(c), { typed: valuesOf(form), problems: { pieces: 'more-are-out' } })
    return c.redirect(`${paths.thing(c.var.context.language, idOf(c))}?news=changed`, 303)
  })

  routes.post('/staff/lending/:id/close', forTeam, async c => {
    await closeThing(c.var.context, idOf(c))
    return c.redirect(`${paths.desk(c.var.context.language)}?news=closed`, 303)
  })

  routes.post('/staff/lending/:id/lend', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, lendForm)
    const lending = valuesOf(form)
    if (!parsed.ok) return showThing(c, idOf(c), { lending, problems: atLending(parsed.problems) })
    const { outcome } = await lend(c.var.context, idOf(c), parsed.value)
    if (outcome !== 'lent') return showThing(c, idOf(c), { lending, refused: outcome })
    return c.redirect(`${paths.desk(c.var.context.language)}?news=lent`, 303)
  })

  routes.post('/staff/loans/:id/promise', forTeam, async c => back(c, await promise(c.var.context, idOf(c))))

  routes.post('/staff/loans/:id/decline', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), declineForm)
    if (!parsed.ok) return back(c, { outcome: 'not-now' })
    return back(c, await decline(c.var.context, idOf(c), parsed.value.reason))
  })

  routes.post('/staff/loans/:id/hand-out', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), handOutForm)
    if (!parsed.ok) return back(c, { outcome: 'not-now' })
    return back(c, await handOut(c.var.context, idOf(c), parsed.value))
  })

  routes.post('/staff/loans/:id/give-back', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), giveBackForm)
    if (!parsed.ok) return back(c, { outcome: 'not-now' })
    return back(c, await giveBack(c.var.context, idOf(c), parsed.value))
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const back = (c: Page, { outcome }: { outcome: StepOutcome }) =>
  c.redirect(`${paths.desk(c.var.context.language)}?news=${outcome}`, 303)

/** On the page of a thing its own pieces have the plain name. */
const atLending = ({ pieces, ...problems }: FormProblems): FormProblems => ({
  ...problems,
  ...(pieces && { lentPieces: pieces }),
})

type Showing = {
  typed?: FormValues
  lending?: FormValues
  problems?: FormProblems
  refused?: 'over' | 'none-free'
}

const showThing = async (
  c: Page,
  id: string | undefined,
  { typed, lending, problems = {}, refused }: Showing = {},
) => {
  const { context, wording } = c.var
  const thing = id ? await readThing(context, id) : undefined
  const { centre } = await ledCentre(context, typedCentre(typed))
  if (Object.keys(problems).length > 0) c.status(422)
  if (refused) c.status(409)
  const news = oneOf(['added', 'changed'] as const, c.req.query('news'))
  const shown = { thing, typed, lending, refused, news, errors: sentencesFor(problems, wording), wording }
  return c.render(
    <ThingPage
      {...shown}
      renderingKey={newSecret()}
      centreSlug={thing ? '' : centre.slug}
      languages={context.city.languages}
    />,
    {
      ...{ ...frame, title: thing ? nameOf(thing, wording.language) : wording.t('lending.desk.add') },
      back: { href: paths.desk(wording.language), label: wording.t('lending.desk.title') },
    },
  )
}

const typedCentre = (typed: FormValues | undefined) =>
  typeof typed?.centre === 'string' && typed.centre !== '' ? typed.centre : undefined
