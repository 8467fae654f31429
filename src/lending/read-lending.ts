import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { freeAgainOn, freePieces } from './free-pieces.ts'
import { mayLend } from './permissions.ts'
import { countDue, listOpenLoans } from './store/loans.ts'
import { findPublicTaken, listPublicThings, type PublicThing } from './store/public-things.ts'
import { findThing, listThings } from './store/things.ts'
import type { Thing } from './thing.ts'

/** The things of the own centres and what is asked for, promised and out; things out of use are named, too. */
export const readLending = (context: Context) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const [things, loans] = await Promise.all([listThings(tx, cityId), listOpenLoans(tx, cityId)])
    const known = new Map(things.map(thing => [thing.id, thing]))
    for (const { thingId } of loans)
      if (!known.has(thingId)) known.set(thingId, orNotFound(await findThing(tx, cityId, thingId)))
    return { things, known: known as ReadonlyMap<string, Thing>, loans }
  })

export const readThing = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const thing = orNotFound(await findThing(tx, context.city.id, id))
    requireThat(mayLend(context.actor, thing))
    return thing
  })

/** What waits at the own centres: wishes without an answer, and loans that should be back. */
export const countLoansDue = (context: Context) =>
  inTransaction(context, tx => countDue(tx, context.city.id, todayIn(context)))

export type ThingToBorrow = PublicThing & {
  /** Pieces that are there today. */
  free: number
  /** When one is there again; today where one is. */
  freeOn: Temporal.PlainDate
}

/** What families can borrow at a centre, and what of it is there. */
export const listToBorrow = async (context: Context, centreId: string) =>
  withFree(context, await listPublicThings(context, { centreId }))

export const readToBorrow = async (context: Context, slug: string) =>
  orNotFound((await withFree(context, await listPublicThings(context, { slug })))[0])

const withFree = async (context: Context, things: readonly PublicThing[]): Promise<ThingToBorrow[]> => {
  if (things.length === 0) return []
  const today = todayIn(context)
  const all = await findPublicTaken(
    context,
    things.map(({ id }) => id),
  )
  const takenOf = Map.groupBy(all, ({ thingId }) => thingId)
  return things.map(thing => {
    const taken = takenOf.get(thing.id) ?? []
    const free = freePieces(thing.pieces, taken, { fromOn: today, dueOn: today }, today)
    return { ...thing, free: Math.max(free, 0), freeOn: freeAgainOn(thing.pieces, taken, today) }
  })
}
