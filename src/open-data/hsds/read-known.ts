import { type Context, todayIn } from '../../identity/index.ts'
import { listOffers, offersIn, search } from '../../programme/index.ts'
import { findPublishedCentres } from '../store/centres.ts'
import { findOfferWords } from '../store/offer-words.ts'
import { findAreas, findServiceDates, findServices, type ServiceRow } from '../store/services.ts'
import type { HsdsParameter } from './endpoints.ts'
import type { Known } from './services.ts'
import { askedByTerm, taxonomyId } from './taxonomies.ts'

type Asked = Partial<Record<HsdsParameter, string>>

/** One offer with all that is known of it. */
export const readKnown = async (context: Context, id: string): Promise<Known | undefined> => {
  const { services } = await findServices(context, { id, limit: 1, offset: 0 })
  return (await allOf(context, services))[0]
}

/** A page of offers that fit what was asked; an unknown term or taxonomy fits none. */
export const readKnownPage = async (
  context: Context,
  asked: Asked,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ known: Known[]; count: number }> => {
  const term = asked.taxonomy_term_id === undefined ? {} : askedByTerm(asked.taxonomy_term_id)
  const isOurs =
    asked.taxonomy_id === undefined ||
    [taxonomyId('kind'), taxonomyId('topic')].some(id => id === asked.taxonomy_id)
  if (!term || !isOurs) return { known: [], count: 0 }
  const { services, count } = await findServices(context, {
    ...term,
    hasTopic: asked.taxonomy_id === taxonomyId('topic'),
    found: asked.search === undefined ? undefined : offersIn(await search(context, asked.search)),
    providerId: asked.organization_id,
    postalCode: asked.postcode,
    changedAfter: asked.modified_after ? Temporal.Instant.from(asked.modified_after) : undefined,
    ...{ limit: perPage, offset: (page - 1) * perPage },
  })
  return { known: await allOf(context, services), count }
}

const allOf = async (context: Context, rows: readonly ServiceRow[]): Promise<Known[]> => {
  const offers = rows.map(({ id }) => id)
  const [entries, words, dates, centres, areas] = await Promise.all([
    listOffers(context, { filters: {}, offers, limit: offers.length }),
    findOfferWords(context, offers),
    findServiceDates(context, offers),
    findPublishedCentres(context),
    findAreas(context, todayIn(context)),
  ])
  return rows.flatMap(row => {
    const entry = entries.find(({ offerId }) => offerId === row.id)
    const own = words.get(row.id)
    const centre = centres.find(({ id }) => id === entry?.centre.id)
    if (!entry || !own || !centre) return []
    const siblings = centres.filter(({ providerId }) => providerId === centre.providerId)
    return [
      {
        row,
        entry,
        words: own,
        centre,
        siblings,
        dates: dates.get(row.id) ?? [],
        areas: areas.get(centre.id) ?? [],
      },
    ]
  })
}
