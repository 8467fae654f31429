import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { ContactPerson } from '../partner.ts'

/** Whom the team may ring at a partner, by name. */
export const listContacts = (tx: Tx, cityId: string, partnerId: string): Promise<ContactPerson[]> =>
  tx
    .selectFrom('networkContacts')
    .select(['id', 'name', 'role', 'phone', 'email', 'deleteOn'])
    .where('cityId', '=', cityId)
    .where('partnerId', '=', partnerId)
    .orderBy(sql`name collate "de-x-icu"`)
    .execute()

type Naming = CentreRef &
  Omit<ContactPerson, 'deleteOn'> & { cityId: string; partnerId: string; enteredOn: Temporal.PlainDate }

/** The day on which it ends comes from the agreements; a trigger keeps it. */
export const addContact = (tx: Tx, contact: Naming) =>
  tx
    .insertInto('networkContacts')
    .values({ ...contact, deleteOn: contact.enteredOn })
    .execute()

/** Says whether there was such a person. */
export const deleteContact = async (tx: Tx, cityId: string, partnerId: string, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('networkContacts')
    .where('cityId', '=', cityId)
    .where('partnerId', '=', partnerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Contact persons whose day has come, and whose they were. */
export const deleteContacts = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'networkContacts', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })
