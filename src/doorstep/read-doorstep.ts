import { ledCentres } from '../centres/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { inWalkingOrder } from './kit-request.ts'
import { mayKeepDoorstep, maySeeDoors } from './permissions.ts'
import { familiesMayAsk, type Round } from './round.ts'
import * as kits from './store/kits.ts'
import { bringsKits, findRoundDay, listPublicKits } from './store/published.ts'
import { listRequests } from './store/requests.ts'
import * as rounds from './store/rounds.ts'

/** What families read: the kits that are offered, and the day of a round for which they may still ask. */
export const readDoorstep = async (context: Context, centreId: string) => {
  if (!(await bringsKits(context, centreId))) return undefined
  const [all, heldOn] = await Promise.all([
    listPublicKits(context, centreId),
    findRoundDay(context, centreId),
  ])
  const isOpen = heldOn !== undefined && familiesMayAsk({ heldOn }, todayIn(context))
  return { all, kits: all.filter(({ isOffered }) => isOffered), heldOn: isOpen ? heldOn : undefined }
}

/** The day for which families of a centre may still ask, as long as a kit is left. */
export const nextRoundDay = async (context: Context, centreId: string) => {
  const doorstep = await readDoorstep(context, centreId)
  return doorstep?.kits.some(({ leftOver }) => leftOver > 0) ? doorstep.heldOn : undefined
}

/** The own centres with their kits, the open round and what is left of the rounds that are over. */
export const readOverview = async (context: Context) => {
  const centres = await ledCentres(context)
  const { id: cityId } = context.city
  return inTransaction(context, async tx => {
    const [ownKits, open, sums, hungUp] = await Promise.all([
      kits.listKits(tx, cityId),
      rounds.listOpenRounds(tx, cityId),
      rounds.listRoundSums(tx, cityId),
      rounds.countHungUp(tx, cityId),
    ])
    const households = new Map<string, number>()
    for (const { id } of open) households.set(id, (await listRequests(tx, cityId, id)).length)
    return { centres, kits: ownKits, open, sums, hungUp, households }
  })
}

/** One kit, for changing it. */
export const readKit = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const kit = orNotFound(await kits.findKit(tx, context.city.id, id))
    requireThat(mayKeepDoorstep(context.actor, kit))
    return kit
  })

/** The sheet of an open round: every door in walking order, and the kits that go there. */
export const readSheet = (context: Context, roundId: string) =>
  inTransaction(context, async tx => {
    const { id: cityId } = context.city
    const round: Round = orNotFound(await rounds.findOpenRound(tx, cityId, roundId))
    requireThat(maySeeDoors(context.actor, round))
    const [requests, own] = await Promise.all([listRequests(tx, cityId, roundId), kits.listKits(tx, cityId)])
    const ofCentre = own.filter(({ centreId }) => centreId === round.centreId)
    return { round, requests: inWalkingOrder(requests), kits: ofCentre }
  })
export type Sheet = Awaited<ReturnType<typeof readSheet>>

/** How many rounds of the own centres are over, and their addresses not erased. */
export const countOverdueRounds = (context: Context) =>
  inTransaction(context, tx => rounds.countOverdueRounds(tx, context.city.id, todayIn(context)))
