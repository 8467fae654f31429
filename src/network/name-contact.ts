import { randomUUIDv7 } from 'node:crypto'
import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { ContactPerson } from './partner.ts'
import { mayKeepNetwork } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as store from './store/contacts.ts'
import { lockPartner } from './store/partners.ts'

export type NameOutcome = { outcome: 'named' } | Refused

/** Enters whom the team may ring at a partner. A year after the agreement ended, she is forgotten. */
export const nameContact = (
  context: Context,
  partnerId: string,
  contact: Omit<ContactPerson, 'id' | 'deleteOn'>,
) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<NameOutcome> => {
      const cityId = context.city.id
      const { providerId, centreId } = orNotFound(await lockPartner(tx, cityId, partnerId))
      requireThat(mayKeepNetwork(context.actor, { centreId }))
      const id = randomUUIDv7()
      const whose = { cityId, providerId, centreId, partnerId, id }
      await store.addContact(tx, { ...contact, ...whose, enteredOn: todayIn(context) })
      await record(tx, context, { action: 'contact.named', providerId, subjectId: id })
      return { outcome: 'named' }
    }),
  )

/** Forgets a contact person at once. */
export const takeOutContact = (context: Context, partnerId: string, id: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const { providerId, centreId } = orNotFound(await lockPartner(tx, cityId, partnerId))
    requireThat(mayKeepNetwork(context.actor, { centreId }))
    if (!(await store.deleteContact(tx, cityId, partnerId, id))) return
    await record(tx, context, { action: 'contact.taken-out', providerId, subjectId: id })
  })
