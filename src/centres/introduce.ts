import { type CentreRef, type Context, leadsCentre } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed, requireThat } from '../platform/refusals.ts'
import type { Introduction } from './introduction.ts'
import * as store from './store/introductions.ts'

/** Shows families who she is. Only she herself can say it, and with her consent alone. */
export const introduceOneself = (context: Context, centre: CentreRef, introduction: Introduction) =>
  inTransaction(context, async tx => {
    const whose = mine(context, centre)
    const id = await store.writeIntroduction(tx, { ...whose, consentedAt: context.now }, introduction)
    const fields = Object.keys(introduction)
    const { providerId } = centre
    await record(tx, context, { action: 'introduction.shown', providerId, subjectId: id, fields })
  })

/** Takes back her consent: nothing of the entry is left. */
export const takeIntroductionDown = (context: Context, centre: CentreRef) =>
  inTransaction(context, async tx => {
    const id = await store.deleteIntroduction(tx, mine(context, centre))
    const { providerId } = centre
    if (id) await record(tx, context, { action: 'introduction.taken-down', providerId, subjectId: id })
  })

/** Says where families go when the centre is closed. */
export const sayWhereToGo = (context: Context, centre: CentreRef, words: Record<string, string>) =>
  inTransaction(context, async tx => {
    requireThat(leadsCentre(context.actor, centre.centreId))
    await store.writeClosedTexts(tx, { ...centre, cityId: context.city.id }, words)
    const { providerId, centreId } = centre
    await record(tx, context, { action: 'closed-words.changed', providerId, subjectId: centreId })
  })

/** Her own entry and the words for closed doors, as they are edited. */
export const readOwnIntroduction = (context: Context, centre: CentreRef) =>
  inTransaction(context, async tx => {
    const whose = mine(context, centre)
    const [introduction, whenClosed] = await Promise.all([
      store.findIntroduction(tx, whose),
      store.findClosedTexts(tx, whose),
    ])
    return { introduction, whenClosed }
  })

const mine = ({ actor, city }: Context, { providerId, centreId }: CentreRef) => {
  if (actor.kind !== 'staff') throw new NotAllowed()
  requireThat(leadsCentre(actor, centreId))
  return { cityId: city.id, providerId, centreId, accountId: actor.accountId }
}
