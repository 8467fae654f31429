import * as v from 'valibot'
import { sendCalendar } from '../calendars/index.ts'
import { readCode, statusOfFault } from '../codes/index.ts'
import { forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound, orNotFound } from '../platform/refusals.ts'
import { parseForm, textOf } from '../platform/web/form.ts'
import { chosen, id, renderingKey, yes } from '../platform/web/form-fields.ts'
import { hashOfLink, newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import {
  asksForCode,
  chooseAgain,
  mayTryCodes,
  messageMedia,
  newLinkFor,
  paths as registrationPaths,
  safetyForm,
  typedSafeValues,
} from '../registration/index.ts'
import { chooseSafeContact } from './choose-safe-contact.ts'
import { eraseFamily } from './erase-family.ts'
import { FamilyPage, type FamilyPageProps, newsOfPage } from './pages/family-page.tsx'
import { paperRoutes } from './paper-routes.tsx'
import { paths } from './paths.ts'
import { pushRoutes } from './push/push-routes.tsx'
import { putTogether } from './put-together.ts'
import { againOf } from './read-again.ts'
import { awayFrom, datesOf, findRegistrations, readPage } from './read-page.ts'
import { papersOf } from './read-papers.ts'
import * as store from './store.ts'

/** By which further ways the installation reaches families. */
type Reach = { pushKey: string | undefined; sendsSms: boolean }

/** A family's own page: everything it has at one provider, by its personal link. */
export const householdRoutes = (routes: PageRoutes, reach: Reach) => {
  const showPage = (c: Page, toMend?: ToMend) => show(c, reach, toMend)

  pushRoutes(routes)
  paperRoutes(routes)

  routes.get('/my/:link/family', forEveryone, async c => {
    if (await asksForCode(c.var.atDesk(nobodysDesk), linkOf(c)))
      return c.redirect(registrationPaths.findByCode(c.var.wording.language), 303)
    return showPage(c)
  })

  routes.get('/my/:link/family/calendar.ics', forEveryone, async c => {
    const { context, wording } = c.var
    const link = linkOf(c)
    const dates = await datesOf(context, await readPage(c.var.atDesk, link))
    return sendCalendar(c, {
      ...{ name: wording.t('household.calendar.name'), entries: dates.map(({ entry }) => entry) },
      away: awayFrom(dates),
      ...{ self: paths.calendar(wording.language, link), isPrivate: true },
    })
  })

  routes.post('/my/:link/family/open', forEveryone, async c => {
    const wanted = textOf(await c.req.formData(), 'registration')
    const page = await findRegistrations(c.var.atDesk, linkOf(c))
    const one = orNotFound(page.find(({ registrationId }) => registrationId === wanted))
    const link = await newLinkFor(c.var.atDesk(one), one.registrationId)
    return c.redirect(registrationPaths.manage(c.var.wording.language, link), 303)
  })

  routes.post('/my/:link/family/again', forEveryone, async c => {
    const typed = parseForm(await c.req.formData(), againForm)
    if (!typed.ok) throw new NotFound()
    const { registration, medium, wants } = typed.value
    const page = await findRegistrations(c.var.atDesk, linkOf(c))
    const one = orNotFound(page.find(({ registrationId }) => registrationId === registration))
    const choice = { medium, wants, sendsSms: reach.sendsSms }
    const { outcome } = await chooseAgain(c.var.atDesk(one), registration, choice)
    return c.redirect(`${paths.page(c.var.wording.language, linkOf(c))}?news=${outcome}`, 303)
  })

  routes.post('/my/:link/family/together', forEveryone, async c => {
    const link = linkOf(c)
    const read = await readCode(c, mayTryCodes)
    if ('problem' in read) return showPage(c, { codeFault: read })
    const { outcome } = await putTogether(c.var.atDesk, link, read.code)
    if (outcome === 'unknown-code') return showPage(c, { codeFault: { problem: 'code', typed: read.code } })
    return c.redirect(`${paths.page(c.var.wording.language, link)}?news=${outcome}`, 303)
  })

  routes.post('/my/:link/family/safe', forEveryone, async c => {
    const { language } = c.var.wording
    const form = await c.req.formData()
    const never = textOf(form, 'do') === 'never'
    const parsed = parseForm(form, safetyForm)
    if (!parsed.ok && !never) return showPage(c, { typedSafe: typedSafeValues(parsed.values) })
    const sent = parseForm(form, v.object({ renderingKey }))
    const chosen = await chooseSafeContact(c.var.atDesk, linkOf(c), {
      ...{ ...(parsed.ok && parsed.value), never },
      // Never none at all: from it and the old link the new link follows.
      renderingKey: sent.ok ? sent.value.renderingKey : newSecret(),
    })
    const leadsTo =
      chosen.outcome === 'safe'
        ? registrationPaths.manage(language, chosen.link)
        : paths.page(language, linkOf(c))
    return c.redirect(`${leadsTo}?news=${chosen.outcome}`, 303)
  })

  routes.post('/my/:link/family/erase', forEveryone, async c => {
    if ((await c.req.formData()).get('sure') !== 'yes') return showPage(c, { isUnsure: true })
    await eraseFamily(c.var.atDesk, linkOf(c))
    return c.redirect(`${registrationPaths.findByCode(c.var.wording.language)}?news=erased`, 303)
  })
}

const againForm = v.object({ registration: id(), medium: chosen(messageMedia), wants: yes })

const linkOf = (c: Page) => c.req.param('link') ?? ''

type ToMend = Partial<Pick<FamilyPageProps, 'codeFault' | 'typedSafe' | 'isUnsure'>>

const show = async (
  c: Page,
  { pushKey, sendsSms }: Reach,
  { codeFault, typedSafe, isUnsure = false }: ToMend = {},
) => {
  const { context, wording, origin } = c.var
  const link = linkOf(c)
  const stored = await readPage(c.var.atDesk, link)
  const isAhead = ({ endsAt, startsAt }: { endsAt: Temporal.Instant | null; startsAt: Temporal.Instant }) =>
    Temporal.Instant.compare(endsAt ?? startsAt, context.now) >= 0
  const dates = (await datesOf(context, stored)).filter(({ entry }) => isAhead(entry.session))
  const papers = await papersOf(c.var.atDesk, stored)
  const again = await againOf(c.var.atDesk, stored, sendsSms)
  const desk = c.var.atDesk(nobodysDesk)
  const at = { hash: hashOfLink(link), now: desk.now }
  const endpoints = await inTransaction(desk, tx => store.pushedTo(tx, desk.city.id, at))
  if (codeFault) c.status(statusOfFault(codeFault))
  if (isUnsure || typedSafe) c.status(422)
  return showPrivately(
    c,
    <FamilyPage
      {...{ link, stored, dates, papers, again, codeFault, typedSafe, isUnsure, wording }}
      push={{ publicKey: pushKey, endpoints }}
      renderingKey={newSecret()}
      calendar={origin + paths.calendar(wording.language, link)}
      news={oneOf(newsOfPage, c.req.query('news'))}
    />,
    { title: wording.t('household.title'), ...(pushKey && { scripts: ['push-choice.js'] }) },
  )
}
