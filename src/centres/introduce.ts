import { type CentreRef, type Context, leadsCentre } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed, orNotFound, requireThat } from '../platform/refusals.ts'
import type { Introduction } from './introduction.ts'
import type { Portrait } from './portrait.ts'
import { findDirections, writeDirections } from './store/directions.ts'
import * as store from './store/introductions.ts'
import { deletePortrait, findPortraitMark, writePortrait } from './store/portraits.ts'

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

/** Puts her picture beside her name, in place of the one before. Without an entry there is nothing to put it beside. */
export const showPortrait = (context: Context, centre: CentreRef, portrait: Portrait) =>
  inTransaction(context, async tx => {
    const subjectId = orNotFound(await writePortrait(tx, mine(context, centre), portrait))
    await record(tx, context, { action: 'portrait.shown', providerId: centre.providerId, subjectId })
  })

export const takePortraitDown = (context: Context, centre: CentreRef) =>
  inTransaction(context, async tx => {
    const subjectId = await deletePortrait(tx, mine(context, centre))
    const { providerId } = centre
    if (subjectId) await record(tx, context, { action: 'portrait.taken-down', providerId, subjectId })
  })

/** Says where families go when the centre is closed. */
export const sayWhereToGo = (context: Context, centre: CentreRef, words: Record<string, string>) =>
  inTransaction(context, async tx => {
    requireThat(leadsCentre(context.actor, centre.centreId))
    await store.writeClosedTexts(tx, { ...centre, cityId: context.city.id }, words)
    const { providerId, centreId } = centre
    await record(tx, context, { action: 'closed-words.changed', providerId, subjectId: centreId })
  })

/** How one gets to the centre, by bus and on foot, in as many languages as the team has. */
export const sayHowToCome = (context: Context, centre: CentreRef, byLanguage: Record<string, string>) =>
  inTransaction(context, async tx => {
    requireThat(leadsCentre(context.actor, centre.centreId))
    const { providerId, centreId } = centre
    await writeDirections(tx, { cityId: context.city.id, centreId }, byLanguage)
    await record(tx, context, { action: 'directions.changed', providerId, subjectId: centreId })
  })

/** Her own entry, the words for closed doors and the way to the centre, as they are edited. */
export const readOwnIntroduction = (context: Context, centre: CentreRef) =>
  inTransaction(context, async tx => {
    const whose = mine(context, centre)
    const [introduction, portrait, whenClosed, directions] = await Promise.all([
      store.findIntroduction(tx, whose),
      findPortraitMark(tx, whose),
      store.findClosedTexts(tx, whose),
      findDirections(tx, whose),
    ])
    return { introduction, portrait, whenClosed, directions }
  })

const mine = ({ actor, city }: Context, { providerId, centreId }: CentreRef) => {
  if (actor.kind !== 'staff') throw new NotAllowed()
  requireThat(leadsCentre(actor, centreId))
  return { cityId: city.id, providerId, centreId, accountId: actor.accountId }
}
