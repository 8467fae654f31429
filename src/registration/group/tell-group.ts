import { type Context, todayIn } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { onceKeyOf } from '../../platform/web/keys.ts'
import { familiesOf, isToldOf } from '../families-of.ts'
import { managedOffer } from '../managed-offer.ts'
import type { Intake } from '../registration.ts'
import * as store from '../store/group-notices.ts'
import * as intakes from '../store/intakes.ts'
import { listRegistrationsOf } from '../store/registrations.ts'
import { tell } from '../tell.ts'
import { toldOf } from '../tell-of-cancelled-session.ts'
import { namesIn, noticeDays } from './group-notice.ts'

/** A group, what it is told now, and how its families would be reached. */
export const readGroup = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const group = await groupOf(tx, context, slug)
    const { families } = await groupAt(tx, context, group.id)
    const notices = await store.listNotices(tx, context.city.id, group.id, todayIn(context))
    return { group, notices, told: toldOf(families.filter(isToldOf)) }
  })

export type TellGroupOutcome = { outcome: 'told' } | { outcome: 'names-somebody'; names: string[] }

/**
 * Tells all families of a group something at once: those that come, and those that came in the last two weeks, because
 * they may have caught it. It stands on their pages for fourteen days. Words in which one of them is named are not sent.
 */
export const tellGroup = (
  context: Context,
  slug: string,
  { words, renderingKey }: { words: string; renderingKey: string },
) =>
  inTransaction(context, async (tx): Promise<TellGroupOutcome> => {
    const { id: offerId, providerId, centreId } = await groupOf(tx, context, slug)
    const { families, intakeOf } = await groupAt(tx, context, offerId)
    const names = namesIn(words, families)
    if (names.length > 0) return { outcome: 'names-somebody', names }

    const id = onceKeyOf(`${offerId} ${renderingKey}`)
    const isNew = await store.insertNotice(tx, {
      ...{ cityId: context.city.id, id, offerId, providerId, centreId, words, language: context.language },
      ...{ writtenAt: context.now, shownUntil: todayIn(context).add({ days: noticeDays }) },
    })
    if (!isNew) return { outcome: 'told' }
    for (const { registrations, contact } of familiesOf(families.filter(isToldOf))) {
      const [head] = registrations
      const family = { ...head, household: { ...head.household, contact } }
      await tell(tx, context, 'group-notice', family, orNotFound(intakeOf.get(head.intakeId)), {
        note: words,
      })
    }
    await record(tx, context, { action: 'group.told', providerId, subjectId: id })
    return { outcome: 'told' }
  })

/** Takes it off the pages of the families; what was sent is sent. Pressed again, it is off already. */
export const takeBackNotice = (context: Context, slug: string, id: string) =>
  inTransaction(context, async tx => {
    const group = await groupOf(tx, context, slug)
    if (!(await store.deleteNotice(tx, context.city.id, group.id, id))) return
    await record(tx, context, {
      action: 'group.notice-taken-back',
      providerId: group.providerId,
      subjectId: id,
    })
  })

/** What a family with a place in a group reads on its own page. */
export const noticesFor = (context: Context, offerId: string) =>
  inTransaction(context, tx => store.listNotices(tx, context.city.id, offerId, todayIn(context)))

/** Families are told nothing of what is not shown. */
const groupOf = async (tx: Tx, context: Context, slug: string) => {
  const group = await managedOffer(tx, context, slug)
  return orNotFound(group.isPublished ? group : undefined)
}

const groupAt = async (tx: Tx, context: Context, offerId: string) => {
  const since = todayIn(context).subtract({ days: noticeDays })
  const found = await intakes.listIntakesSince(tx, context.city.id, offerId, since)
  const intakeOf: ReadonlyMap<string, Intake> = new Map(found.map(intake => [intake.id, intake]))
  const registrations = await listRegistrationsOf(tx, context.city.id, [...intakeOf.keys()])
  return { families: registrations.filter(({ state }) => state === 'confirmed'), intakeOf }
}
