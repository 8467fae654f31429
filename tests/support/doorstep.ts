import { randomUUID } from 'node:crypto'
import { suggestParts } from '../../src/centres/index.ts'
import { addKit, askForKits, planRound, restockKit } from '../../src/doorstep/index.ts'
import { deskOf, leadOf } from './families.ts'
import type { Town } from './town.ts'

/** The Thursday after the town's now. */
export const thursday = Temporal.PlainDate.from('2026-11-26')

/** The KiEZ Westend brings kits: one kind, so many of it packed, and an open round on Thursday. */
export const aDoorstep = async (town: Town, { stock = 5 } = {}) => {
  await suggestParts(town.contextOf({ kind: 'system' }), refOf(town), ['doorstep'])
  const kitId = await aKit(town, { stock })
  await planRound(asLead(town), refOf(town), { heldOn: thursday, goes: 'Samira' })
  return { kitId }
}

/** One more kind of kit, packed. */
export const aKit = async (town: Town, { stock = 5, name = 'Kastanientüte' } = {}) => {
  const { id } = await addKit(asLead(town), refOf(town), {
    ...{ first: 3, last: 6, isOffered: true },
    texts: {
      de: { name, contents: 'Kastanien und ein Bohrer' },
      ar: { name: 'حقيبة الكستناء', contents: 'كستناء ومثقاب' },
    },
  })
  if (stock > 0) await restockKit(asLead(town), id, stock)
  return id
}

/** A family asks on the page of the centre; every family has a form of its own. */
export const asksFor = (
  town: Town,
  kits: Record<string, number>,
  given: Partial<Parameters<typeof askForKits>[2]> = {},
) =>
  askForKits(town.contextOf(deskOf(town.westend)), refOf(town), {
    ...{ renderingKey: randomUUID(), called: 'Haddad', street: 'Wellritzstraße', houseNumber: '12' },
    ...{ hint: '', neverRing: false, contact: { phone: '', email: '' } },
    kits: Object.entries(kits).map(([kitId, amount]) => ({ kitId, amount })),
    ...given,
  })

export const asLead = (town: Town, now?: Temporal.Instant) => town.contextOf(leadOf(town.westend), now)

const refOf = ({ westend }: Town) => ({ centreId: westend.id, providerId: westend.providerId })
