import { actingAs, type CentreRef, type Context, type StaffMember, todayIn } from '../../identity/index.ts'
import { askToBorrow, lend, readLending } from '../../lending/index.ts'
import { newSecret } from '../../platform/web/keys.ts'

/** The centre of the demo's lead lends: one thing should be back, one is out, and a family asks for a third. */
export const lendThings = async (context: Context, showcase: CentreRef) => {
  const today = todayIn(context)
  const { things } = await readLending(actingAs(context, leadOf(showcase)))
  for (const { thing: slug, daysAgo, days, ...given } of examples) {
    const thing = things.find(each => each.slug === slug)
    if (!thing) continue
    const then = { ...context, now: context.now.subtract({ hours: 24 * daysAgo }) }
    await lend(actingAs(then, leadOf(showcase)), thing.id, {
      ...{ ...given, renderingKey: newSecret(), depositTaken: true, pieces: 1 },
      dueOn: today.add({ days: days - daysAgo }),
    })
  }
  if (things.length > 0)
    await askToBorrow(actingAs(context, { kind: 'desk', ...showcase }), {
      ...{ renderingKey: newSecret(), slug: 'westend-pavillon', called: 'Familie Yıldız', pieces: 1 },
      ...{ fromOn: today.add({ days: 4 }), dueOn: today.add({ days: 6 }), wants: { reachBy: 'visit' } },
    })
}

const examples = [
  {
    ...{ thing: 'westend-spielkiste', daysAgo: 16, days: 14, called: 'Haddad' },
    contact: { phone: '0611 0000003', email: '' },
  },
  { thing: 'westend-beamer', daysAgo: 1, days: 3, called: 'Hofgruppe', contact: { phone: '', email: '' } },
]

const leadOf = (showcase: CentreRef): StaffMember => ({
  ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'centre-lead', ...showcase }],
})
