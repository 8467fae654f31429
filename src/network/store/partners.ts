import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Partner, PartnerFacts } from '../partner.ts'

/** A partner in the list, with the last day on which anything signed with it holds. */
export type ListedPartner = Omit<Partner, 'contributes' | 'website'> & { until: Temporal.PlainDate | null }

/** The partners of the own centres, by name. */
export const listPartners = (tx: Tx, cityId: string): Promise<ListedPartner[]> =>
  tx
    .selectFrom('networkPartners as p')
    .leftJoin('networkAgreements as a', join =>
      join.onRef('a.cityId', '=', 'p.cityId').onRef('a.partnerId', '=', 'p.id'),
    )
    .select(['p.id', 'p.providerId', 'p.centreId', 'p.name', 'p.kind', 'p.isPublished', 'p.isExample'])
    .select(sql<Temporal.PlainDate | null>`max(upper(a.valid)) - 1`.as('until'))
    .where('p.cityId', '=', cityId)
    .groupBy(['p.cityId', 'p.id'])
    .orderBy(sql`p.name collate "de-x-icu"`)
    .execute()

export const findPartner = async (tx: Tx, cityId: string, id: string): Promise<Partner | undefined> => {
  const [row, texts] = await Promise.all([
    tx
      .selectFrom('networkPartners')
      .select(['id', 'providerId', 'centreId', 'name', 'kind', 'website', 'isPublished', 'isExample'])
      .where('cityId', '=', cityId)
      .where('id', '=', id)
      .executeTakeFirst(),
    tx
      .selectFrom('networkPartnerTexts')
      .select(['language', 'contributes'])
      .where('cityId', '=', cityId)
      .where('partnerId', '=', id)
      .execute(),
  ])
  return (
    row && {
      ...row,
      contributes: Object.fromEntries(texts.map(({ language, contributes }) => [language, contributes])),
    }
  )
}

/** Kept locked until the end, so that two colleagues do not write at once. */
export const lockPartner = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('networkPartners')
    .select(['id', 'providerId', 'centreId'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

type Whose = CentreRef & { cityId: string; id: string; isExample: boolean }

export const addPartner = async (
  tx: Tx,
  { isExample, ...whose }: Whose,
  { contributes, ...partner }: PartnerFacts,
) => {
  await tx
    .insertInto('networkPartners')
    .values({ ...whose, ...partner, isExample })
    .execute()
  await writeTexts(tx, whose, contributes)
}

export const changePartner = async (
  tx: Tx,
  whose: CentreRef & { cityId: string; id: string },
  { contributes, ...partner }: PartnerFacts,
) => {
  const { cityId, id } = whose
  await tx
    .updateTable('networkPartners')
    .set(partner)
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
  await tx
    .deleteFrom('networkPartnerTexts')
    .where('cityId', '=', cityId)
    .where('partnerId', '=', id)
    .execute()
  await writeTexts(tx, whose, contributes)
}

/** With its texts, agreements, contact persons and what it has done. */
export const deletePartner = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('networkPartners').where('cityId', '=', cityId).where('id', '=', id).execute()

const writeTexts = async (
  tx: Tx,
  { cityId, providerId, centreId, id: partnerId }: CentreRef & { cityId: string; id: string },
  words: Record<string, string>,
) => {
  const texts = Object.entries(words).flatMap(([language, contributes]) =>
    contributes ? [{ cityId, providerId, centreId, partnerId, language, contributes }] : [],
  )
  if (texts.length > 0) await tx.insertInto('networkPartnerTexts').values(texts).execute()
}
