import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { wordsIn } from './concept.ts'
import { mayPointToArticles } from './permissions.ts'
import * as store from './store/offer-articles.ts'
import { readConcept } from './store/published-concept.ts'

/** The concept of today, and the articles an offer points to, as the lead of its centre ticks them. */
export const readArticlesOf = async (context: Context, slug: string) => {
  const concept = await readConcept(context)
  return inTransaction(context, async tx => {
    const { city, language } = context
    const offer = orNotFound(await store.findOffer(tx, city.id, slug))
    requireThat(mayPointToArticles(context.actor, offer))
    const titles = await store.listTitles(tx, city.id, offer.id)
    const title = wordsIn(language, [offer.sourceLanguage, ...city.languages], titles)
    return { concept, title, ticked: await store.listArticlesOf(tx, city.id, offer.id) }
  })
}

/**
 * Makes an offer point to exactly these articles of the concept of today; what the concept does not know is left out,
 * and what the offer owes to an earlier version stays.
 */
export const pointToArticles = async (context: Context, slug: string, wanted: readonly string[]) => {
  const known = (await readConcept(context))?.articles.map(({ key }) => key) ?? []
  return inTransaction(context, async tx => {
    const cityId = context.city.id
    const offer = orNotFound(await store.lockOffer(tx, cityId, slug))
    requireThat(mayPointToArticles(context.actor, offer))

    const before = await store.listArticlesOf(tx, cityId, offer.id)
    const added = known.filter(key => wanted.includes(key) && !before.includes(key))
    const dropped = known.filter(key => !wanted.includes(key) && before.includes(key))
    if (added.length + dropped.length === 0) return
    await store.addArticles(tx, cityId, offer, added)
    await store.dropArticles(tx, cityId, offer.id, dropped)
    await record(tx, context, {
      ...{ action: 'offer.pointed-to-articles', providerId: offer.providerId, subjectId: offer.id },
      fields: ['articles'],
    })
  })
}
