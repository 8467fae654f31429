import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayMarkAttendance } from './permissions.ts'
import * as attendances from './store/attendances.ts'

/** Who came to a session: one mark for each registration on its list; marked again, the last one counts. */
export const markAttendance = (context: Context, sessionId: string, presentIds: readonly string[]) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const session = orNotFound(await attendances.findSession(tx, cityId, sessionId))
    requireThat(mayMarkAttendance(context.actor, session))
    const marks = session.registrationIds.map(id => ({
      registrationId: id,
      isPresent: presentIds.includes(id),
    }))
    await attendances.saveMarks(tx, { cityId, sessionId, ...session }, marks)
    await record(tx, context, {
      ...{ action: 'attendance.marked', providerId: session.providerId, subjectId: sessionId },
    })
  })
