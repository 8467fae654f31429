import type * as v from 'valibot'
import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import type { Carried } from '../../platform/design/index.ts'
import { type FormProblems, type FormValues, parseValues, valuesOf } from '../../platform/web/form.ts'
import { idFrom } from '../../platform/web/id.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { InLanguage } from '../../programme/index.ts'
import { readStaffOffer } from '../offers/read-planned.ts'
import { staffPaths } from '../staff-paths.ts'
import { cancelSession, previewCancelling } from './cancel-session.ts'
import { changeDates, previewChange, readDateToChange } from './change-dates.ts'
import type { DateEdit } from './date-edit.ts'
import { awayForm, dateForm, wishes } from './date-forms.ts'
import { holdAgain } from './hold-again.ts'
import { ChangeDatePage } from './pages/change-date-page.tsx'
import { CheckDatePage } from './pages/check-date-page.tsx'
import type { ObstacleShown } from './pages/date-words.ts'
import { CheckCancellingPage, LeaderAwayPage } from './pages/leader-away-page.tsx'
import type { DateToChange, OfferToChange } from './store/changing.ts'

type Typed = { values: FormValues; problems: FormProblems; obstacle?: ObstacleShown }

/** What becomes of single dates: other times, another place, somebody else who leads, or held after all. */
export const dateRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/sessions/:id/change', forLeads, c => showChange(c))

  routes.post('/staff/sessions/:id/change', forLeads, async c => {
    const { context, wording } = c.var
    const { values, wish } = await sentTo(c)
    const typed = parseValues(values, dateForm)
    if (!typed.ok) return showChange(c, { values, problems: typed.problems })
    if (wish === 'edit') return showChange(c, { values, problems: {} }, 200)

    const { scope, ...edit } = typed.value
    const asked = { sessionId: idFrom(c.req.param('id')), scope, edit }
    if (wish === 'save') {
      const done = await changeDates(context, asked)
      if (done.outcome === 'changed') return toOffer(c, done.slug, 'dates-changed')
      return showChange(c, { values, problems: {}, obstacle: done }, 409)
    }
    const preview = await previewChange(context, asked)
    if ('outcome' in preview) return showChange(c, { values, problems: {}, obstacle: preview }, 409)
    const action = staffPaths.changeDate(context.language, asked.sessionId)
    const { offer } = preview.editing
    return show(
      c,
      offer.slug,
      'change',
      <CheckDatePage {...{ wording, preview, action, carry: carried(values) }} />,
    )
  })

  routes.get('/staff/sessions/:id/leader-away', forLeads, c => showAway(c))

  routes.post('/staff/sessions/:id/leader-away', forLeads, async c => {
    const { values, wish } = await sentTo(c)
    const typed = parseValues(values, awayForm)
    if (!typed.ok) return showAway(c, { values, problems: typed.problems })
    if (wish === 'edit') return showAway(c, { values, problems: {} }, 200)
    return typed.value.remedy === 'cancel'
      ? callOff(c, { values, wish, ...typed.value })
      : coverOrMove(c, { values, wish }, typed.value)
  })

  routes.post('/staff/sessions/:id/hold', forLeads, async c => {
    const { context } = c.var
    const sessionId = idFrom(c.req.param('id'))
    const { session } = await readDateToChange(context, sessionId)
    const { outcome } = await holdAgain(context, sessionId)
    return outcome === 'held-again'
      ? toOffer(c, session.offerSlug, 'held-again')
      : c.redirect(staffPaths.cancel(context.language, sessionId), 303)
  })
}

type Sent = { values: FormValues; wish: (typeof wishes)[number] }

const sentTo = async (c: Page): Promise<Sent> => {
  const { do: pressed, ...values } = valuesOf(await c.req.formData())
  return { values, wish: oneOf(wishes, [pressed].flat()[0]) ?? 'check' }
}

/** What was sent, to be sent once more. */
const carried = (values: FormValues): Carried =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [Array.isArray(value) ? `${name}[]` : name, value]),
  )

const showChange = async (c: Page, typed?: Typed, status: 200 | 409 | 422 = 422) => {
  const { context, wording } = c.var
  const { session, offer, dates, date } = await readDateToChange(context, idFrom(c.req.param('id')))
  if (!date || date.state === 'cancelled')
    return c.redirect(staffPaths.cancel(context.language, session.id), 303)
  const suggested = c.req.query('place')
  const { values, problems, obstacle } = typed ?? {
    values: { scope: 'this', ...asIs(date, offer), ...(suggested && { place: suggested }) },
    problems: {},
  }
  c.status(typed ? status : 200)
  return show(
    c,
    offer.slug,
    'change',
    <ChangeDatePage {...{ wording, values, problems, obstacle, date, dates, offer }} />,
  )
}

const showAway = async (c: Page, typed?: Typed, status: 200 | 409 | 422 = 422) => {
  const { context, wording } = c.var
  const { session, offer, date } = await readDateToChange(context, idFrom(c.req.param('id')))
  if (!date || date.state === 'cancelled')
    return c.redirect(staffPaths.cancel(context.language, session.id), 303)
  const { heldOn, starts, ends } = asIs(date, offer)
  const { values, problems, obstacle } = typed ?? { values: { heldOn, starts, ends }, problems: {} }
  c.status(typed ? status : 200)
  return show(
    c,
    offer.slug,
    'away',
    <LeaderAwayPage {...{ wording, values, problems, obstacle, date, offer }} />,
  )
}

type Away = v.InferOutput<typeof awayForm>

const coverOrMove = async (c: Page, { values, wish }: Sent, away: Exclude<Away, { remedy: 'cancel' }>) => {
  const { context, wording } = c.var
  const sessionId = idFrom(c.req.param('id'))
  const { session, date, offer } = await readDateToChange(context, sessionId)
  if (!date) return c.redirect(staffPaths.cancel(context.language, session.id), 303)
  const { remedy: _, ...change } = away
  const asked = { sessionId, scope: 'this' as const, edit: { ...editOf(date, offer), ...change } }
  if (wish === 'save') {
    const done = await changeDates(context, asked)
    if (done.outcome === 'changed') return toOffer(c, offer.slug, 'dates-changed')
    return showAway(c, { values, problems: {}, obstacle: done }, 409)
  }
  const preview = await previewChange(context, asked)
  if ('outcome' in preview) return showAway(c, { values, problems: {}, obstacle: preview }, 409)
  const action = staffPaths.leaderAway(context.language, sessionId)
  return show(
    c,
    offer.slug,
    'away',
    <CheckDatePage {...{ wording, preview, action, carry: carried(values) }} />,
  )
}

const callOff = async (
  c: Page,
  { values, wish, reason, note }: Sent & Extract<Away, { remedy: 'cancel' }>,
) => {
  const { context, wording } = c.var
  const sessionId = idFrom(c.req.param('id'))
  const { session, offer, date } = await readDateToChange(context, sessionId)
  if (wish === 'save' || !date) {
    await cancelSession(context, { sessionId, reason, note })
    return c.redirect(staffPaths.cancel(context.language, session.id), 303)
  }
  const { told, letters } = await previewCancelling(context, sessionId, { reason, note })
  const shown = { wording, date, told, letters, carry: carried(values) }
  return show(c, offer.slug, 'away', <CheckCancellingPage {...shown} />)
}

/** A date as it is held now, with what its offer says where it says nothing of its own. */
const editOf = (date: DateToChange, offer: OfferToChange): DateEdit => ({
  ...{ heldOn: date.heldOn, starts: date.starts, ends: date.ends },
  place: date.ownPlace ?? offer.place,
  leader: date.ownLeader ?? offer.leader,
  places: date.ownPlaces ?? offer.places,
  languages: date.ownLanguages ?? offer.languages,
  eases: date.ownEases ?? offer.eases,
})

/** The same as it stands in the fields of a form. */
const asIs = (date: DateToChange, offer: OfferToChange) => {
  const { heldOn, starts, ends, place, leader, places, languages, eases } = editOf(date, offer)
  const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
  return {
    ...{ heldOn: heldOn.toString(), starts: clock(starts), ends: ends ? clock(ends) : '' },
    ...{ place, leader, places: places === null ? '' : `${places}`, languages, eases },
  }
}

const show = async (
  c: Page,
  slug: string,
  title: 'change' | 'away',
  content: Parameters<Page['render']>[0],
) => {
  const { context, wording } = c.var
  const { offer } = await readStaffOffer(context, slug)
  return c.render(content, {
    ...{ frame: 'staff', current: 'programme' },
    title: wording.t(title === 'change' ? 'programme.staff.changeDate.title' : 'programme.staff.away.title'),
    subline: <InLanguage spoken={{ text: offer.title, language: offer.titleLanguage }} wording={wording} />,
  })
}

const toOffer = (c: Page, slug: string, news: 'dates-changed' | 'held-again') =>
  c.redirect(`${staffPaths.offer(c.var.context.language, slug)}?news=${news}`, 303)
