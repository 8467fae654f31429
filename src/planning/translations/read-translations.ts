import { ledCentre } from '../../centres/index.ts'
import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotFound, orNotFound, requireThat } from '../../platform/refusals.ts'
import { findOffer } from '../offers/store/planned-offers.ts'
import { mayChangeOffer, mayPlan } from '../permissions.ts'
import { listTerms } from './glossary/store.ts'
import { termsIn } from './glossary/term.ts'
import * as store from './store.ts'
import { markOf, stateOf, translationStates, type Words } from './translation.ts'
import { whatChanged } from './what-changed.ts'

/** What is to be translated at a centre: how much for each language, and for one of them which offers. */
export const readTranslations = async (
  context: Context,
  { centreSlug, wanted }: { centreSlug: string | undefined; wanted: string | undefined },
) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  requireThat(mayPlan(context.actor, { centreId: centre.id }))
  const offers = await inTransaction(context, tx =>
    store.listOffersToTranslate(tx, context.city.id, centre.id),
  )
  const inLanguage = (language: string) =>
    offers
      .filter(({ sourceLanguage }) => sourceLanguage !== language)
      .map(({ slug, title, sourceLanguage, textVersion, translations, begun }) => ({
        ...{ slug, title, sourceLanguage },
        state: stateOf(
          {
            shown: translations.find(shown => shown.language === language),
            isBegun: begun.includes(language),
          },
          textVersion,
        ),
      }))
  const [source = 'de', ...others] = context.city.languages
  const languages = others.map(language => ({
    language,
    toDo: inLanguage(language).filter(({ state }) => state !== 'up-to-date').length,
  }))
  const language = others.find(other => other === wanted) ?? others[0] ?? source
  const lines = inLanguage(language).toSorted(
    (one, other) => translationStates.indexOf(one.state) - translationStates.indexOf(other.state),
  )
  return { centre, centres, languages, language, lines }
}

export type Translations = Awaited<ReturnType<typeof readTranslations>>

/** One offer in one language beside its source: what was begun, else what families read, and what is new since then. */
export const readTranslation = (context: Context, slug: string, language: string) =>
  inTransaction(context, async tx => {
    const { city } = context
    const offer = orNotFound(await findOffer(tx, city.id, slug))
    requireThat(mayChangeOffer(context.actor, offer))
    if (!isTranslatedTo(language, offer.sourceLanguage, city.languages)) throw new NotFound()
    const at = { cityId: city.id, offerId: offer.id }
    const texts = await store.findTexts(tx, at)
    const source = orNotFound(texts.find(text => text.language === offer.sourceLanguage))
    const shown = texts.find(text => text.language === language)
    const begun = await store.findBegun(tx, at, language)
    const state = stateOf({ shown, isBegun: begun !== undefined }, offer.textVersion)
    const made = begun ?? shown
    const before =
      made && made.sourceVersion < offer.textVersion
        ? await store.findSourceVersion(tx, at, made.sourceVersion)
        : undefined
    const known = await listTerms(tx, city.id, language)
    return {
      terms: termsIn([source.title, source.summary, source.body], known),
      ...{ slug, centreId: offer.centreId, source, version: offer.textVersion, language, state },
      words: wordsOf(made),
      isByMachine: made?.isByMachine ?? false,
      begunMark: markOf(begun),
      isBegunByHand: begun?.isByMachine === false,
      news: before && {
        title: whatChanged(before.title, source.title),
        summary: whatChanged(before.summary, source.summary),
        body: whatChanged(before.body, source.body),
      },
    }
  })

const wordsOf = ({ title, summary, body }: Words = { title: '', summary: '', body: '' }) => ({
  title,
  summary,
  body,
})

export type Translation = Awaited<ReturnType<typeof readTranslation>>

/** Into every language of the city but the one it is written in. */
export const isTranslatedTo = (language: string, source: string, languages: readonly string[]) =>
  language !== source && languages.includes(language)
