import { expect, test, vi } from 'vitest'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { bring } from '../../src/registration/joint.ts'
import { aFamily, asksToJoin, atTheDesk } from '../support/families.ts'
import { aPicnic, familiesAt, thingsNamed } from '../support/joint.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown } from '../support/town.ts'

// Here everybody comes alone, as from several processes.
vi.mock('../../src/registration/serve-in-groups.ts', () => ({
  serveInGroups: (serve: (group: unknown[]) => Promise<unknown[]>) => async (_: string, family: unknown) =>
    (await serve([family]))[0],
}))

const database = await databaseForThisFile()
const town = await aTown(database)

test('twenty families reach for three salads: three have one, the others are told', async () => {
  const { session, offer } = await aPicnic(town, { minimum: null, things: { Salat: 3 }, places: 30 })
  const salad = await thingsNamed(town, offer.id, 'Salat')
  const names = Array.from({ length: 20 }, (_, index) => `Familie ${index}`)
  const families = await familiesAt(town, session, ...names)
  const answers = await Promise.all(
    families.map(({ registrationId }) => bring(atTheDesk(town), registrationId, salad)),
  )
  expect(answers.filter(({ outcome }) => outcome === 'brings')).toHaveLength(3)
  expect(answers.filter(({ outcome }) => outcome === 'not-all')).toHaveLength(17)
})

test('families that register at the same moment have their places, and the last salad is promised once', async () => {
  const { session, offer } = await aPicnic(town, { minimum: null, things: { Salat: 1 }, places: 30 })
  const brings = await thingsNamed(town, offer.id, 'Salat')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      asksToJoin(town, session, aFamily(`Familie ${index}`, { brings })),
    ),
  )
  expect(answers.filter(({ outcome }) => outcome === 'confirmed')).toHaveLength(20)
  expect(await promised(offer.id)).toBe(1)
})

const promised = async (offerId: string) => {
  const rows = await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.selectFrom('thingsTaken').select('number').where('offerId', '=', offerId).execute(),
  )
  return rows.length
}
