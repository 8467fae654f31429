import { afterAll, expect, test } from 'vitest'
import { importCityPack } from '../src/city-pack/index.ts'
import { findPlan } from '../src/planning/offers/store/stored-plan.ts'
import { answersOf, planFrom } from '../src/planning/plan/offer-plan.ts'
import { connect } from '../src/platform/database/connect.ts'
import { inTransaction } from '../src/platform/database/transaction.ts'
import { databaseForThisFile } from './support/server.ts'
import { townNow } from './support/town.ts'

const database = await databaseForThisFile()
const db = connect(database.app, { connections: 2 })
afterAll(() => db.destroy())

test('every offer of the city pack can be opened for changing, and saved again says the same', async () => {
  await importCityPack({ db, folder: 'cities/wiesbaden', now: townNow })
  const { id: city } = await db.selectFrom('cities').select('id').executeTakeFirstOrThrow()
  await inTransaction({ db, scope: { kind: 'system', city } }, async tx => {
    const offers = await tx.selectFrom('offers').select(['id', 'slug']).execute()
    expect(offers.length).toBeGreaterThan(120)
    for (const { id, slug } of offers) {
      const plan = await findPlan(tx, city, id)
      expect(planFrom(answersOf(plan)), slug).toEqual(plan)
    }
  })
}, 60_000)
