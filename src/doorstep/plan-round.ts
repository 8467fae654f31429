import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { KitRequest } from './kit-request.ts'
import { mayKeepDoorstep } from './permissions.ts'
import type { Round } from './round.ts'
import { listRequests } from './store/requests.ts'
import * as store from './store/rounds.ts'

export type Planning = Pick<Round, 'heldOn' | 'goes'>
export type PlanOutcome = { outcome: 'planned'; id: string } | { outcome: 'past' | 'open-before' }

/** Opens a round: from now on families may ask. A centre has one at a time, so that nobody waits for the wrong day. */
export const planRound = (
  context: Context,
  { centreId, providerId }: CentreRef,
  planning: Planning,
  { isExample = false } = {},
) =>
  inTransaction(context, async (tx): Promise<PlanOutcome> => {
    requireThat(mayKeepDoorstep(context.actor, { centreId }))
    if (isPast(planning, context)) return { outcome: 'past' }
    const id = randomUUIDv7()
    const isNew = await store.addRound(tx, context.city.id, {
      ...{ ...planning, id, centreId, providerId, isExample },
    })
    if (!isNew) return { outcome: 'open-before' }
    await record(tx, context, { action: 'round.planned', providerId, subjectId: id })
    return { outcome: 'planned', id }
  })

export type ChangeOutcome = { outcome: 'changed'; told: number } | { outcome: 'past' }

/** Another day, or somebody else goes. Whoever has left an e-mail hears of the other day. */
export const changeRound = (context: Context, id: string, planning: Planning) =>
  inTransaction(context, async (tx): Promise<ChangeOutcome> => {
    const cityId = context.city.id
    const round = orNotFound(await store.lockOpenRound(tx, cityId, id))
    requireThat(mayKeepDoorstep(context.actor, round))
    const moves = !round.heldOn.equals(planning.heldOn)
    if (moves && isPast(planning, context)) return { outcome: 'past' }

    await store.changeRound(tx, cityId, id, planning)
    const asked = moves ? await listRequests(tx, cityId, id) : []
    const letters = asked
      .filter(({ email }) => email !== '')
      .map(request => newsFor(request, planning.heldOn, context))
    await notify(tx, context, ...letters)
    const { providerId } = round
    await record(tx, context, { action: 'round.changed', providerId, subjectId: id })
    return { outcome: 'changed', told: letters.length }
  })

const isPast = ({ heldOn }: Planning, context: Context) =>
  Temporal.PlainDate.compare(heldOn, todayIn(context)) < 0

const newsFor = (request: KitRequest, heldOn: Temporal.PlainDate, { city }: Context) =>
  letterTo(request, city.timeZone, ({ t, day }) => ({
    subject: t('doorstep.letter.moved.subject'),
    paragraphs: [{ words: t('doorstep.letter.moved.words', { day: day(heldOn) }) }],
  }))
