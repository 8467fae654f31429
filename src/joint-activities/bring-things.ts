import type { Tx } from '../platform/database/connect.ts'
import { freeNumber } from './joint-activity.ts'
import * as store from './store/things.ts'

/**
 * Makes a family with a place bring exactly these things, as far as they are still needed; answers whether all of them
 * were. The intake must be locked by the caller, so that two families do not take the last one.
 */
export const bringThings = async (
  tx: Tx,
  cityId: string,
  registration: store.Bringing,
  wanted: readonly string[],
): Promise<{ isAll: boolean }> => {
  const things = await store.listThingsAt(
    tx,
    cityId,
    { intakeId: registration.intakeId, registrationId: registration.id },
    'de',
  )
  const dropped = things.filter(({ id, isMine }) => isMine && !wanted.includes(id)).map(({ id }) => id)
  if (dropped.length > 0) await store.letGo(tx, cityId, registration.id, dropped)

  let isAll = true
  for (const thing of things.filter(({ id, isMine }) => !isMine && wanted.includes(id))) {
    const number = freeNumber(thing.needed, thing.held)
    if (number) await store.takeThing(tx, cityId, registration, { ...thing, number })
    else isAll = false
  }
  return { isAll }
}
