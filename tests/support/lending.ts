import { lend } from '../../src/lending/index.ts'
import { addThing } from '../../src/lending/keep-thing.ts'
import type { Lending } from '../../src/lending/lend.ts'
import type { ThingFacts } from '../../src/lending/thing.ts'
import { newSecret } from '../../src/platform/web/keys.ts'
import { leadOf } from './families.ts'
import { type Town, townNow } from './town.ts'

/** The lead of the KiEZ Westend, at the time the town stands still or later. */
const leadContext = (town: Town, now = townNow) => town.contextOf(leadOf(town.westend), now)

/** What a lead has to say of a thing, with what the test adds. */
export const thingFacts = ({
  name = 'Beamer',
  ...given
}: Partial<ThingFacts> & { name?: string } = {}): ThingFacts => ({
  texts: { de: { name, about: '', rules: '' } },
  ...{ pieces: 1, depositCents: 0, mostDays: 14, isOffered: true },
  ...given,
})

/** Adds a thing to the KiEZ Westend and returns its id. */
export const aThing = (town: Town, given: Parameters<typeof thingFacts>[0] = {}) => {
  const { id: centreId, providerId, slug } = town.westend
  return addThing(leadContext(town), { centreId, providerId, slug }, thingFacts(given))
}

/** Lends a piece for a week, unless told otherwise. */
export const lends = (town: Town, thingId: string, given: Partial<Lending> = {}, now = townNow) =>
  lend(leadContext(town, now), thingId, {
    ...{ renderingKey: newSecret(), called: 'Haddad', contact: { phone: '', email: '' }, pieces: 1 },
    ...{ dueOn: Temporal.PlainDate.from('2026-11-30'), depositTaken: false },
    ...given,
  })
