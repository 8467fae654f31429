import { listCentres, listDistricts } from '../../centres/index.ts'
import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { TranslationEngine } from '../../platform/machine-translation/translation-engine.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { lockOffer } from '../offers/store/planned-offers.ts'
import { mayChangeOffer } from '../permissions.ts'
import { listTerms } from './glossary/store.ts'
import { sealWords } from './kept-names.ts'
import { readTranslation } from './read-translations.ts'
import * as store from './store.ts'

export type SuggestOutcome = 'suggested' | 'begun-meanwhile' | 'unknown-language' | 'no-answer'

/**
 * Lets an engine begin a translation, for somebody to look at. Only words that are published anyway are sent; what
 * families write never is. What somebody has begun by hand stays as it is.
 */
export const suggestTranslation = async (
  context: Context,
  engine: TranslationEngine,
  { slug, language }: { slug: string; language: string },
): Promise<SuggestOutcome> => {
  const { source, version } = await readTranslation(context, slug, language)
  const terms = await inTransaction(context, tx => listTerms(tx, context.city.id, language))
  const kept = [...(await namesOf(context)).map(name => ({ german: name, said: name })), ...terms]
  const sealed = [source.title, source.summary, source.body].map(text => sealWords(text, kept))
  // No transaction is open while somebody else's machine thinks.
  const answer = await engine.translate(
    sealed.map(({ text }) => text),
    { from: source.language, to: language },
  )
  if (answer.outcome !== 'translated') return answer.outcome

  const [title = '', summary = '', body = ''] = sealed.map(
    ({ open }, index) => open(answer.texts[index] ?? '') ?? '',
  )
  return inTransaction(context, async tx => {
    const offer = orNotFound(await lockOffer(tx, context.city.id, slug))
    requireThat(mayChangeOffer(context.actor, offer))
    const at = { cityId: context.city.id, offerId: offer.id }
    if ((await store.findBegun(tx, at, language))?.isByMachine === false) return 'begun-meanwhile' as const
    await store.keepBegun(tx, at, {
      ...{ language, title: title.slice(0, 120), summary, body },
      ...{ isByMachine: true, sourceVersion: version, keptAt: context.now },
    })
    await record(tx, context, {
      ...{ action: 'translation.suggested', providerId: offer.providerId, subjectId: offer.id },
      fields: [language],
    })
    return 'suggested' as const
  })
}

/** What the centres, the districts and the network are called. */
const namesOf = async (context: Context) => {
  const [centres, districts] = await Promise.all([listCentres(context), listDistricts(context)])
  return [
    ...Object.values(context.city.names).flatMap(named => (named ? [named.name, named.place] : [])),
    ...[...centres, ...districts].map(({ name }) => name),
  ]
}
