import { actingAs, type Context, type StaffMember, todayIn } from '../../identity/index.ts'
import { type Assigning, assign, planPost, releasePosts } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import * as store from './store.ts'

const day = Temporal.PlainDate.from
const halfWeek = 1170
const fullWeek = 2340

/** Invented people, one or two for each centre; the lead of the demo holds the post of her own. */
const names = [
  ...['Katrin Vogt', 'Selin Aksoy', 'Birgit Hahn', 'Mariam Haidari', 'Anna Kowalska', 'Jutta Reinhardt'],
  ...['Nadia Benali', 'Ilse Krämer', 'Oksana Bondar', 'Ute Schäfer', 'Elif Kaya', 'Renate Paul'],
]

/**
 * The posts of all centres: half ones since 2018, full ones since the budget of 2020. One is shared by two, one has
 * been vacant for some months, one has somebody who stands in.
 */
export const fillPosts = async (context: Context) => {
  const centres = await inTransaction(context, tx => store.listCentresWithoutPost(tx, context.city.id))
  const showcase = await inTransaction(context, tx => store.findShowcase(tx, context.city.id))
  for (const [index, { centreId, providerId }] of centres.entries()) {
    const manager = actingAs(context, managerOf(providerId))
    const post = { fullTimeMinutes: fullWeek }
    const plan = (from: string, fundedPermille: number, fundedBy: string) =>
      planPost(manager, centreId, { ...post, from: day(from), fundedPermille, fundedBy })
    await plan('2018-01-01', 500, 'Haushalt 2018/19')
    await plan('2020-01-01', 1000, 'Haushalt 2020/21')
    const name = centreId === showcase?.centreId ? 'Aylin Demir' : (names[index] ?? names[0] ?? '')
    for (const each of peopleOf(index, name, todayIn(context))) await assign(manager, centreId, each)
  }
  await releasePosts(context)
}

const peopleOf = (index: number, name: string, today: Temporal.PlainDate): Assigning[] => {
  const since = day('2020-01-01')
  const full = someone(name, fullWeek, since)
  const other = names[names.length - 1 - (index % 3)] ?? name
  if (index === 3) return [someone(name, halfWeek, since), someone(other, halfWeek, since)]
  if (index === 5)
    return [
      { ...full, until: today.subtract({ months: 9 }) },
      someone(other, fullWeek, today.subtract({ months: 4 })),
    ]
  if (index === 7) return [full, { ...someone(other, halfWeek, since), kind: 'deputy', minutes: 0 }]
  return [full]
}

const someone = (name: string, minutes: number, from: Temporal.PlainDate): Assigning => ({
  ...{ who: { name, contractMinutes: minutes }, kind: 'holder', minutes, from, until: null },
})

const managerOf = (providerId: string): StaffMember => ({
  ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'provider-manager', providerId, centreId: null }],
})
