import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePost } from './permissions.ts'
import { type Assignment, isOn, isVacantOn, type Post } from './post.ts'
import * as employees from './store/employees.ts'
import * as store from './store/posts.ts'

export type PostToday = store.Centre & { post: Post | undefined; people: Assignment[]; isVacant: boolean }

/** The posts somebody answers for, as they are today: size, who holds them, who stands in. */
export const listPostsToday = (context: Context) =>
  inTransaction(context, async tx => {
    const { city, scope } = context
    const today = todayIn(context)
    const list: PostToday[] = []
    for (const centre of await store.listCentresOf(tx, city.id, scope)) {
      if (!mayManagePost(context.actor, centre)) continue
      const posts = await store.listPosts(tx, city.id, centre.centreId)
      const assignments = await store.listAssignments(tx, city.id, centre.centreId)
      const post = posts.find(each => isOn(each, today))
      const people = assignments.filter(each => isOn(each, today))
      list.push({ ...centre, post, people, isVacant: post !== undefined && isVacantOn(people, today) })
    }
    return list
  })

export type PostInFull = {
  centre: store.Centre
  today: Temporal.PlainDate
  posts: Post[]
  assignments: Assignment[]
  /** The people of the provider whom the reader may know, each with the hours of her contract today. */
  employees: (employees.Employee & { contractMinutes: number | undefined })[]
}

/** One post with everything that was and will be. */
export const readPost = (context: Context, centreId: string) =>
  inTransaction(context, async (tx): Promise<PostInFull> => {
    const cityId = context.city.id
    const centre = orNotFound(await store.findCentre(tx, cityId, centreId))
    requireThat(mayManagePost(context.actor, centre))
    const today = todayIn(context)
    const known = await employees.listEmployees(tx, cityId, centre.providerId)
    const contracts = await employees.listContracts(
      tx,
      cityId,
      known.map(({ id }) => id),
    )
    return {
      ...{ centre, today },
      posts: await store.listPosts(tx, cityId, centreId),
      assignments: await store.listAssignments(tx, cityId, centreId),
      employees: known.map(each => ({
        ...each,
        contractMinutes: contracts.find(hours => hours.employeeId === each.id && isOn(hours, today))?.minutes,
      })),
    }
  })
