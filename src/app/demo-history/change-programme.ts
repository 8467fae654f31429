import { actingAs, type CentreRef, type Context, todayIn } from '../../identity/index.ts'
import { listPartners } from '../../network/index.ts'
import { changeDates, closeOn, readDateToChange, readStaffOffer } from '../../planning/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { leadOf } from './keep-network.ts'
import * as store from './store.ts'

/**
 * A programme never stays as it was planned: one date is on another day, in another room and in one more language, the team is away for two
 * days and a partner for one, and nobody has looked at one offer for long.
 */
export const changeProgramme = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const today = todayIn(context)
  const [moved, unchecked] = await inTransaction(context, tx =>
    store.listJustCome(tx, context, showcase.centreId),
  )
  if (moved) await moveOneDate(lead, moved)
  // Later than families of the demo have registered.
  const monday = today.add({ days: 78 - today.dayOfWeek })
  await closeOn(lead, undefined, {
    ...{ firstOn: monday, lastOn: monday.add({ days: 1 }), reason: 'training', partnerId: null },
  })
  const [partner] = await listPartners(lead)
  const teamDay = { firstOn: today.add({ days: 21 }), lastOn: null, reason: 'team-day' } as const
  if (partner) await closeOn(lead, undefined, { ...teamDay, partnerId: partner.id })
  if (unchecked)
    await inTransaction(context, tx =>
      store.lastChecked(tx, context.city.id, unchecked, today.subtract({ days: 90 })),
    )
}

/** The third date to come, so that the next one is held as everybody knows it. */
const moveOneDate = async (lead: Context, slug: string) => {
  const { sessions } = await readStaffOffer(lead, slug)
  const third = sessions.filter(({ isToCome, state }) => isToCome && state === 'planned')[2]
  if (!third) return
  const { date, offer } = await readDateToChange(lead, third.id)
  if (!date) return
  await changeDates(lead, {
    ...{ sessionId: date.id, scope: 'this' },
    edit: {
      // Somebody translates on that day, and there is something to eat.
      languages: [...new Set([...offer.languages, 'uk'])],
      eases: [...new Set([...offer.eases, 'food' as const])],
      ...{ heldOn: date.heldOn.add({ days: 1 }), starts: date.starts, ends: date.ends },
      ...{ place: 'Schule nebenan', leader: offer.leader, places: null },
    },
  })
}
