import { type CentreRef, type Context, hasRole } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { type OptionalPart, type Part, partsWith } from './parts.ts'
import { mayChooseParts } from './permissions.ts'
import * as store from './store/parts.ts'

/**
 * What somebody's start page and navigation show: the basics, and what one of the centres she leads has switched on.
 * This tidies up and locks nothing: whoever may use an address may still open it.
 */
export const partsInUse = async (context: Context): Promise<ReadonlySet<Part>> => {
  if (!hasRole(context.actor, 'centre-lead')) return partsWith([])
  const centres = await inTransaction(context, tx => store.listPartsByCentre(tx, ...whose(context)))
  return partsWith(centres.flatMap(({ switchedOn }) => switchedOn))
}

/** The centres she leads, each with what it uses beyond the basics. */
export const listOwnParts = (context: Context) =>
  inTransaction(context, tx => store.listPartsByCentre(tx, ...whose(context)))

/** Switches a part on or off for a centre. Nothing is deleted: what was entered is there again when it is on again. */
export const switchPart = (
  context: Context,
  { centreId, part, isOn }: { centreId: string; part: OptionalPart; isOn: boolean },
) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const centre = orNotFound(await store.findCentreRef(tx, cityId, centreId))
    requireThat(mayChooseParts(context.actor, centre))
    await store.writePart(tx, cityId, { ...centre, part, switchedOnAt: isOn ? context.now : null })
    const action = isOn ? 'part.switched-on' : 'part.switched-off'
    const { providerId } = centre
    await record(tx, context, { action, providerId, subjectId: centreId, fields: [part] })
  })

/** Switches parts on for a centre that has not decided about them yet. The system does it, for the demo. */
export const suggestParts = (context: Context, centre: CentreRef, parts: readonly OptionalPart[]) =>
  inTransaction(context, async tx => {
    requireThat(context.actor.kind === 'system')
    await store.addParts(tx, context.city.id, centre, parts, context.now)
  })

const whose = ({ city, scope }: Context) => [city.id, scope.centres ?? []] as const
