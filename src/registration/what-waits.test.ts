import { expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { whatWaits, whyNotOffered } from './what-waits.ts'

const town = await aTown(await databaseForThisFile())

test('families to whom nobody offered a place stand on the start page with the reason', async () => {
  const offer = await town.anOffer({ title: 'PEKiP', ...withPlaces, places: 6, babyPlaces: 1 })
  const session = await town.aSession({ offer, on: '2026-12-01' })
  await joins(town, session, aFamily('Yıldız', { bornIn: '2026-06-01' }))
  await joins(town, session, aFamily('Novak', { bornIn: '2026-06-01' }))
  await joins(town, session, aFamily('Haile', { bornIn: '2026-06-01' }))
  const { notOffered } = await whatWaits(town.contextOf(leadOf(town.westend)))
  expect(notOffered).toMatchObject([{ title: 'PEKiP', families: 2, missing: ['baby'] }])
  expect((await whatWaits(town.contextOf(leadOf(town.dotzheim)))).notOffered).toEqual([])
})

test('a child that seems to be registered twice waits for somebody to look', async () => {
  const session = await town.aSession({ offer: await town.anOffer(withPlaces), on: '2026-12-02' })
  await joins(town, session, aFamily('Yıldız', { firstNames: ['Ela'] }))
  await joins(town, session, aFamily('Demir', { firstNames: ['ela'] }))
  const { repeats } = await whatWaits(town.contextOf(leadOf(town.westend)))
  expect(repeats).toMatchObject([{ intakeId: session.intakeId, children: 1 }])
})

test('a list that is simply full needs no decision, and neither does one whose offer is on the way', () => {
  const party = { id: 'a', adults: 1, children: 1, babies: 0 }
  expect(whyNotOffered([party], [{ unit: 'child', places: 2, taken: 2 }])).toEqual([])
  expect(whyNotOffered([party], [{ unit: 'child', places: 2, taken: 1 }])).toEqual([])
  const needsTwo = { ...party, children: 2 }
  expect(whyNotOffered([needsTwo], [{ unit: 'child', places: 2, taken: 1 }])).toEqual(['child'])
})

const withPlaces = { registration: 'session', counts: 'child', places: 6 } as const
