import type { Tx } from '../../platform/database/connect.ts'

/** The offer that is pointed to articles. */
export const findOffer = (tx: Tx, cityId: string, slug: string) =>
  offersNamed(tx, cityId, slug).executeTakeFirst()

/** The same, locked until the end of the transaction. */
export const lockOffer = (tx: Tx, cityId: string, slug: string) =>
  offersNamed(tx, cityId, slug).forUpdate().executeTakeFirst()

export type LockedOffer = NonNullable<Awaited<ReturnType<typeof lockOffer>>>

export const listTitles = (tx: Tx, cityId: string, offerId: string) =>
  tx
    .selectFrom('offerTexts')
    .select(['language', 'title'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .execute()

export const listArticlesOf = async (tx: Tx, cityId: string, offerId: string) => {
  const rows = await tx
    .selectFrom('offerArticles')
    .select('articleKey')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .orderBy('articleKey')
    .execute()
  return rows.map(({ articleKey }) => articleKey)
}

export const addArticles = async (tx: Tx, cityId: string, offer: LockedOffer, keys: readonly string[]) => {
  const { id: offerId, providerId, centreId } = offer
  if (keys.length > 0)
    await tx
      .insertInto('offerArticles')
      .values(keys.map(articleKey => ({ cityId, providerId, centreId, offerId, articleKey })))
      .execute()
}

export const dropArticles = async (tx: Tx, cityId: string, offerId: string, keys: readonly string[]) => {
  if (keys.length > 0)
    await tx
      .deleteFrom('offerArticles')
      .where('cityId', '=', cityId)
      .where('offerId', '=', offerId)
      .where('articleKey', 'in', keys)
      .execute()
}

const offersNamed = (tx: Tx, cityId: string, slug: string) =>
  tx
    .selectFrom('offers')
    .select(['id', 'providerId', 'centreId', 'sourceLanguage'])
    .where('cityId', '=', cityId)
    .where('slug', '=', slug)
