import { lend } from '../../src/lending/index.ts'
import { addThing } from '../../src/lending/keep-thing.ts'
import type { Lending } from '../../src/lending/lend.ts'
import { promise } from '../../src/lending/settle-loan.ts'
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

/** Four families have asked for the only piece of a thing for the same days: how many were promised it, all at once. */
export const rushOfPromises = async (
  town: Town,
  { thing, asAdmin, atOnce }: { thing: string; asAdmin: AsAdmin; atOnce: AtOnce },
) => {
  const { rows } = await asAdmin(`
    insert into loans (city_id, provider_id, centre_id, thing_id, pieces, language, called, reach_by, from_on, due_on,
      entered_at, state, delete_on, rendering_key)
    select city_id, provider_id, centre_id, id, 1, 'de', 'Familie ' || n, 'visit', '2026-11-30', '2026-12-04', now(),
      'asked', '2027-12-31', uuidv7() from lending_things, generate_series(1, 4) n where id = '${thing}'
    returning id`)
  const ids = rows.map(({ id }) => String(id))
  const outcomes = await Promise.all(atOnce(ids, id => promise(leadContext(town), id)))
  return outcomes.filter(({ outcome }) => outcome === 'promised').length
}

type AsAdmin = (statement: string) => Promise<{ rows: { id: unknown }[] }>
type AtOnce = <Each, Outcome>(
  those: readonly Each[],
  does: (each: Each) => Promise<Outcome>,
) => Promise<Outcome>[]
