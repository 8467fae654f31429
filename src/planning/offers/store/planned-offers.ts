import type { CentreRef } from '../../../identity/index.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { OfferPlan } from '../../plan/offer-plan.ts'
import type { SeriesRule } from '../../series/series.ts'

/** `stale`: hidden from families, because nobody looked at it for long. */
export type OfferState = 'draft' | 'published' | 'stale' | 'archived'
type At = { cityId: string; offerId: string }

/** An offer as its centre's lead sees it. */
export const findOffer = (tx: Tx, cityId: string, slug: string) =>
  offersIn(tx, cityId).where('slug', '=', slug).executeTakeFirst()

/** The same, locked until the transaction ends. */
export const lockOffer = async (tx: Tx, cityId: string, slug: string) =>
  offersIn(tx, cityId).where('slug', '=', slug).forNoKeyUpdate().executeTakeFirst()

export const lockOfferById = async (tx: Tx, cityId: string, id: string) =>
  offersIn(tx, cityId).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

export type LockedOffer = NonNullable<Awaited<ReturnType<typeof lockOffer>>>

/** Whether somebody has decided what the offer needs when children stay there without their parents. */
export const isCareDecided = async (tx: Tx, cityId: string, offerId: string) => {
  const decided = await tx
    .selectFrom('careDecisions')
    .select('offerId')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .executeTakeFirst()
  return decided !== undefined
}

/** Undefined when another offer of the city has this slug already. */
export const insertOffer = (
  tx: Tx,
  { cityId, providerId, centreId }: CentreRef & { cityId: string },
  { id, slug, plan, now }: { id: string; slug: string; plan: OfferPlan; now: Temporal.Instant },
) =>
  tx
    .insertInto('offers')
    .values({
      ...columnsOf(plan),
      ...{ cityId, id, providerId, centreId, slug, state: 'draft', updatedAt: now },
    })
    .onConflict(conflict => conflict.columns(['cityId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()

export const updateOffer = (
  tx: Tx,
  { cityId, offerId }: At,
  { plan, textVersion, now }: { plan: OfferPlan; textVersion: number; now: Temporal.Instant },
) =>
  tx
    .updateTable('offers')
    .set({ ...columnsOf(plan), textVersion, updatedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', offerId)
    .execute()

export const setState = (tx: Tx, { cityId, offerId }: At, state: OfferState, now: Temporal.Instant) =>
  tx
    .updateTable('offers')
    .set({ state, updatedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', offerId)
    .execute()

/** Writes texts that were changed; a text without a title is taken away. */
export const writeTexts = async (
  tx: Tx,
  { cityId, offerId }: At,
  texts: Partial<OfferPlan['texts']>,
  { source, version, isByMachine = false }: { source: string; version: number; isByMachine?: boolean },
) => {
  for (const [language, { title, summary, body }] of Object.entries(texts)) {
    const text = { title, summary, body, sourceVersion: version }
    const state = language === source ? 'original' : isByMachine ? 'machine' : 'translated'
    if (title === '')
      await tx
        .deleteFrom('offerTexts')
        .where('cityId', '=', cityId)
        .where('offerId', '=', offerId)
        .where('language', '=', language)
        .execute()
    else
      await tx
        .insertInto('offerTexts')
        .values({ ...text, cityId, offerId, language, state })
        .onConflict(conflict =>
          conflict.columns(['cityId', 'offerId', 'language']).doUpdateSet({ ...text, state }),
        )
        .execute()
  }
}

export const writeSeries = async (
  tx: Tx,
  { cityId, offerId }: At,
  series: readonly (SeriesRule & { id: string })[],
) => {
  for (const { id, ...rule } of series) {
    const columns = { ...rule, exceptOn: [...rule.exceptOn], dates: [...rule.dates] }
    await tx
      .insertInto('series')
      .values({ ...columns, id, cityId, offerId })
      .onConflict(conflict => conflict.columns(['cityId', 'id']).doUpdateSet(columns))
      .execute()
  }
}

export const deleteSeries = async (tx: Tx, cityId: string, ids: string[]) => {
  if (ids.length === 0) return
  await tx.deleteFrom('series').where('cityId', '=', cityId).where('id', 'in', ids).execute()
}

/** Lets exactly these accounts lead the offer. */
export const writeLeaders = async (
  tx: Tx,
  { cityId, offerId, providerId, centreId }: At & CentreRef,
  accountIds: readonly string[],
) => {
  await tx.deleteFrom('offerLeaders').where('cityId', '=', cityId).where('offerId', '=', offerId).execute()
  if (accountIds.length === 0) return
  await tx
    .insertInto('offerLeaders')
    .values(accountIds.map(accountId => ({ cityId, offerId, accountId, providerId, centreId })))
    .execute()
}

const offersIn = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('offers')
    .select(['id', 'slug', 'state', 'centreId', 'providerId', 'updatedAt', 'textVersion', 'sourceLanguage'])
    .select(['isWithoutParents'])
    .where('cityId', '=', cityId)

const columnsOf = ({ texts: _, slots: __, leaders: ___, ...columns }: OfferPlan) => columns

/** Which of these ids are offers already. */
export const findExisting = async (tx: Tx, cityId: string, ids: readonly string[]) => {
  const found = await tx
    .selectFrom('offers')
    .select('id')
    .where('cityId', '=', cityId)
    .where('id', '=', eb => eb.fn.any(eb.val(ids)))
    .execute()
  return new Set(found.map(({ id }) => id))
}
