import * as v from 'valibot'
import { forEveryone, nobodysDesk, type Page, type PageRoutes, todayIn } from '../../identity/index.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { parseForm, textOf, valuesOf } from '../../platform/web/form.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { showPrivately } from '../../platform/web/show-privately.ts'
import { keepAnswers, readAnswers } from '../offer-questions/answer-questions.ts'
import { paths } from '../paths.ts'
import { deskOfLink } from '../show.ts'
import { keepNeeds, keepPhotos, readConsents, type TypedPhotos } from './keep-consents.ts'
import { ConsentsPage, type ToMend } from './pages/consents-page.tsx'
import { media } from './photo-consent.ts'

const needsForm = v.object({
  words: v.pipe(v.optional(v.string(), ''), v.maxLength(500, 'too-long')),
  withAssistant: v.optional(v.string()),
  agrees: v.optional(v.string()),
  takeBack: v.optional(v.string()),
})

/** What a family with a place tells of its needs, and whom it lets be pictured. */
export const consentsRoutes = (routes: PageRoutes) => {
  routes.get('/my/:link/consents', forEveryone, c => showConsents(c))

  routes.post('/my/:link/consents', forEveryone, async c => {
    const { desk, registrationId, address } = await atLink(c)
    const form = await c.req.formData()
    if (textOf(form, 'do') === 'photos') {
      const kept = await keepPhotos(desk, registrationId, typedPhotos(form))
      return kept.outcome === 'incomplete'
        ? showConsents(c, { missing: kept.missing, people: kept.people })
        : c.redirect(`${address}?news=${kept.outcome}`, 303)
    }
    if (textOf(form, 'do') === 'answers') {
      const { outcome } = await keepAnswers(desk, registrationId, typedAnswers(form))
      return c.redirect(`${address}?news=${outcome}`, 303)
    }
    const parsed = parseForm(form, needsForm)
    const typed = { words: textOf(form, 'words') ?? '', withAssistant: form.has('withAssistant') }
    if (!parsed.ok) return showConsents(c, { missing: { words: 'too-long' }, needs: typed })
    const { words, agrees, takeBack } = parsed.value
    const needs = { ...typed, words, agrees: agrees === 'yes', takeBack: takeBack === 'yes' }
    const { outcome } = await keepNeeds(desk, registrationId, needs)
    switch (outcome) {
      case 'not-agreed':
        return showConsents(c, { missing: { agrees: 'agrees' }, needs: typed })
      case 'nothing-said':
        return showConsents(c, { missing: { words: 'nothing-said' }, needs: typed })
      default:
        return c.redirect(`${address}?news=${outcome}`, 303)
    }
  })
}

const typedAnswers = (form: FormData) =>
  new Map(
    Object.entries(valuesOf(form)).flatMap(([name, typed]) =>
      name.startsWith('answer-') && typeof typed === 'string'
        ? [[name.slice('answer-'.length), typed] as const]
        : [],
    ),
  )

const typedPhotos = (form: FormData): TypedPhotos => {
  const entries = Object.entries(valuesOf(form))
  const ids = (start: string) => entries.filter(([name]) => name.startsWith(start))
  return {
    media: new Map(
      ids('photo-').map(([name, ticked]) => [
        name.slice('photo-'.length),
        media.filter(medium => [ticked].flat().includes(medium)),
      ]),
    ),
    agreeing: new Set(ids('itself-').map(([name]) => name.slice('itself-'.length))),
    allHaveAgreed: form.get('custody') === 'yes',
  }
}

const atLink = async (c: Page) => {
  const link = c.req.param('link') ?? ''
  const found = orNotFound(await deskOfLink(c.var.atDesk(nobodysDesk), link))
  const { language } = c.var.wording
  return {
    ...{ desk: c.var.atDesk(found), registrationId: found.registrationId },
    ...{ address: paths.consents(language, link), back: paths.manage(language, link) },
  }
}

const showConsents = async (c: Page, toMend: ToMend = {}) => {
  const { wording } = c.var
  const { desk, registrationId, address, back } = await atLink(c)
  const consents = await readConsents(desk, registrationId)
  const answered = await readAnswers(desk, registrationId)
  if (toMend.missing) c.status(422)
  const news = oneOf(['kept', 'taken-back'], c.req.query('news'))
  const shown = { ...consents, answered, toMend, news, address, back, today: todayIn(desk), wording }
  return showPrivately(c, <ConsentsPage {...shown} />, { title: wording.t('registration.consents.title') })
}
