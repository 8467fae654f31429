import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import type { TranslationEngine } from '../../platform/machine-translation/translation-engine.ts'
import { NotFound } from '../../platform/refusals.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { easyGerman, nameOfLanguage } from '../../platform/wording/wording.ts'
import { InLanguage } from '../../programme/index.ts'
import { staffPaths } from '../staff-paths.ts'
import { translationForm } from './forms.ts'
import { TranslationPage } from './pages/translation-page.tsx'
import { TranslationsPage } from './pages/translations-page.tsx'
import { readTranslation, readTranslations } from './read-translations.ts'
import { saveTranslation } from './save-translation.ts'
import { suggestTranslation } from './suggest-translation.ts'

const frame = { frame: 'staff', current: 'programme' } as const

/** Where a lead sees what is to be translated, and translates it beside its source. */
export const translationRoutes = (routes: PageRoutes, engine: TranslationEngine | undefined) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/translations', forLeads, async c => {
    const { context, wording } = c.var
    const asked = { centreSlug: c.req.query('centre'), wanted: c.req.query('to') }
    const translations = await readTranslations(context, asked)
    return c.render(<TranslationsPage {...translations} wording={wording} />, {
      ...{ ...frame, title: wording.t('programme.translations.title'), subline: translations.centre.name },
      back: {
        href: staffPaths.programme(wording.language, translations.centre.slug),
        label: wording.t('programme.staff.title'),
      },
    })
  })

  routes.get('/staff/programme/:slug/translations/:to', forLeads, c => showTranslation(c, engine))

  routes.post('/staff/programme/:slug/translations/:to', forLeads, async c => {
    const { context } = c.var
    const [slug, language] = [slugFrom(c.req.param('slug')), c.req.param('to')]
    const form = await c.req.formData()
    const typed = parseForm(form, translationForm)
    if (!typed.ok) return showTranslation(c, engine, { values: valuesOf(form), problems: typed.problems })
    const { outcome } = await saveTranslation(context, { slug, language }, typed.value)
    if (outcome === 'source-changed' || outcome === 'begun-meanwhile')
      return showTranslation(c, engine, { values: valuesOf(form), problems: {}, meanwhile: outcome })
    return c.redirect(`${staffPaths.translation(context.language, slug, language)}?news=${outcome}`, 303)
  })

  routes.post('/staff/programme/:slug/translations/:to/suggest', forLeads, async c => {
    if (!engine) throw new NotFound()
    const { context } = c.var
    const [slug, language] = [slugFrom(c.req.param('slug')), c.req.param('to')]
    const outcome = await suggestTranslation(context, engine, { slug, language })
    return c.redirect(`${staffPaths.translation(context.language, slug, language)}?news=${outcome}`, 303)
  })
}

const redirectedNews = [
  ...['shown', 'kept', 'suggested', 'begun-meanwhile', 'unknown-language', 'no-answer'],
] as const

type Typed = { values: FormValues; problems: FormProblems; meanwhile?: 'source-changed' | 'begun-meanwhile' }

const showTranslation = async (c: Page, engine: TranslationEngine | undefined, typed?: Typed) => {
  const { context, wording } = c.var
  const slug = slugFrom(c.req.param('slug'))
  const translation = await readTranslation(context, slug, c.req.param('to') ?? '')
  if (typed) c.status(typed.meanwhile ? 409 : 422)
  const news = typed ? typed.meanwhile : oneOf(redirectedNews, c.req.query('news'))
  const { source, language, words } = translation
  return c.render(
    <TranslationPage
      {...{ translation, wording, news }}
      maySuggest={engine !== undefined && language !== easyGerman && !translation.isBegunByHand}
      values={typed?.values ?? words}
      problems={typed?.problems ?? {}}
    />,
    {
      ...{
        ...frame,
        title: wording.t('programme.translations.into', {
          language: nameOfLanguage(language, wording.language),
        }),
      },
      back: {
        href: staffPaths.translations(wording.language, { to: language }),
        label: wording.t('programme.translations.title'),
      },
      subline: <InLanguage spoken={{ text: source.title, language: source.language }} wording={wording} />,
    },
  )
}
