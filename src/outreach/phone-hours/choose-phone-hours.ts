import { type CentreRef, type Context, centresLedBy } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChoosePhoneHours } from '../permissions.ts'
import type { ReachableHours } from '../reachable-hours.ts'
import { forgetPhoneHours, listPhoneHours, writePhoneHours } from '../store/phone-hours.ts'

/** When telephones ring for a centre, and whether the reader may decide that. */
export type CentrePhoneHours = {
  centreId: string
  name: string
  hours: ReachableHours
  isChosen: boolean
  mayChoose: boolean
}

/** For the centres somebody leads, and for those whose families she is about to call. `usual` are those of the installation. */
export const readPhoneHours = (
  context: Context,
  centreIds: readonly string[],
  usual: ReachableHours,
): Promise<CentrePhoneHours[]> =>
  inTransaction(context, async tx => {
    const own = centresLedBy(context.actor).map(({ centreId }) => centreId)
    const centres = await listPhoneHours(tx, context.city.id, [...new Set([...own, ...centreIds])])
    return centres.map(({ centreId, name, chosen }) => ({
      ...{ centreId, name, hours: chosen ?? usual, isChosen: chosen !== undefined },
      mayChoose: mayChoosePhoneHours(context.actor, { centreId }),
    }))
  })

/** From the next SMS, notice and call on; without hours those of the installation hold again. */
export const choosePhoneHours = (context: Context, centreId: string, hours: ReachableHours | undefined) =>
  inTransaction(context, async tx => {
    const centre: CentreRef = orNotFound(centresLedBy(context.actor).find(led => led.centreId === centreId))
    requireThat(mayChoosePhoneHours(context.actor, centre))
    if (hours) await writePhoneHours(tx, context.city.id, centre, hours)
    else await forgetPhoneHours(tx, context.city.id, centreId)
    const { providerId } = centre
    await record(tx, context, { action: 'phone-hours.chosen', providerId, subjectId: centreId })
  })
