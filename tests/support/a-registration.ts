import { randomUUID } from 'node:crypto'
import type { Tx } from '../../src/platform/database/connect.ts'
import { townNow } from './town.ts'

/** A family with one child is confirmed for what an offer has on a day. */
export const aRegistration = async (tx: Tx, offerId: string, on: string) => {
  const intake = await tx
    .selectFrom('intakes')
    .select(['id', 'cityId', 'providerId', 'centreId'])
    .where('offerId', '=', offerId)
    .where('ageOn', '=', Temporal.PlainDate.from(on))
    .executeTakeFirstOrThrow()
  const { id: intakeId, ...keys } = intake
  const householdId = randomUUID()
  await tx
    .insertInto('households')
    .values({
      ...{ ...keys, id: householdId, called: 'Yıldız', language: 'de', contactKind: 'none' },
      deleteOn: Temporal.PlainDate.from(on),
    })
    .execute()
  await tx
    .insertInto('registrations')
    .values({
      ...{
        ...keys,
        id: randomUUID(),
        offerId,
        intakeId,
        householdId,
        state: 'confirmed',
        enteredBy: 'family',
      },
      ...{ adults: 0, children: 1, babies: 0, joinedAt: townNow, renderingKey: randomUUID() },
    })
    .execute()
}
