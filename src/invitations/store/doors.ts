import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Door } from '../invitation.ts'

type Whose = CentreRef & { cityId: string }

/** Keeps the picture of a door in place of the one before. */
export const writePicture = (tx: Tx, whose: Whose, bytes: Buffer) =>
  tx
    .insertInto('doors')
    .values({ ...keyOf(whose), bytes })
    .onConflict(conflict => conflict.columns(['cityId', 'centreId']).doUpdateSet({ bytes }))
    .execute()

/** Keeps what one sees on it in place of what was said before. */
export const writeLooks = async (tx: Tx, whose: Whose, looks: Record<string, string>) => {
  await tx
    .deleteFrom('doorTexts')
    .where('cityId', '=', whose.cityId)
    .where('centreId', '=', whose.centreId)
    .execute()
  const texts = Object.entries(looks).flatMap(([language, words]) =>
    words ? [{ ...keyOf(whose), language, looks: words }] : [],
  )
  if (texts.length > 0) await tx.insertInto('doorTexts').values(texts).execute()
}

export const findDoor = async (
  tx: Tx,
  { cityId, centreId }: Pick<Whose, 'cityId' | 'centreId'>,
): Promise<Door | undefined> => {
  const [door, texts] = await Promise.all([
    tx
      .selectFrom('doors')
      .select('bytes')
      .where('cityId', '=', cityId)
      .where('centreId', '=', centreId)
      .executeTakeFirst(),
    tx
      .selectFrom('doorTexts')
      .select(['language', 'looks'])
      .where('cityId', '=', cityId)
      .where('centreId', '=', centreId)
      .execute(),
  ])
  const looks = Object.fromEntries(texts.map(({ language, looks: words }) => [language, words]))
  return door && { bytes: door.bytes, looks }
}

/** Says whether there was one. */
export const deleteDoor = async (tx: Tx, { cityId, centreId }: Whose) => {
  const { numDeletedRows } = await tx
    .deleteFrom('doors')
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

const keyOf = ({ cityId, providerId, centreId }: Whose) => ({ cityId, providerId, centreId })
