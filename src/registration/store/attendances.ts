import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

type SessionWithList = CentreRef & { offerId: string; intakeId: string; registrationIds: string[] }

/** A session with the confirmed registrations on its list: its own, or those of the course it belongs to. */
export const findSession = async (tx: Tx, cityId: string, sessionId: string) => {
  const { rows } = await sql<SessionWithList>`
    select s.provider_id, s.centre_id, s.offer_id, i.id as intake_id,
      array(select r.id from registrations r
        where r.city_id = i.city_id and r.intake_id = i.id and r.state = 'confirmed') as registration_ids
    from sessions s
    join intakes i on i.city_id = s.city_id and i.offer_id = s.offer_id
      and (i.session_id = s.id or i.session_id is null)
    where s.city_id = ${cityId} and s.id = ${sessionId}`.execute(tx)
  return rows[0]
}

/** Which registrations are marked as present. */
export const presentAt = async (tx: Tx, cityId: string, sessionId: string) => {
  const rows = await tx
    .selectFrom('attendances')
    .select('registrationId')
    .where('cityId', '=', cityId)
    .where('sessionId', '=', sessionId)
    .where('isPresent', '=', true)
    .execute()
  return rows.map(({ registrationId }) => registrationId)
}

export const saveMarks = async (
  tx: Tx,
  { cityId, sessionId, providerId, centreId }: CentreRef & { cityId: string; sessionId: string },
  marks: readonly { registrationId: string; isPresent: boolean }[],
) => {
  if (marks.length === 0) return
  await tx
    .insertInto('attendances')
    .values(marks.map(mark => ({ ...mark, cityId, sessionId, providerId, centreId })))
    .onConflict(conflict =>
      conflict
        .columns(['cityId', 'registrationId', 'sessionId'])
        .doUpdateSet(({ ref }) => ({ isPresent: ref('excluded.isPresent') })),
    )
    .execute()
}
