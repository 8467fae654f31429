import { type CityJob, type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { mayReadReleasedPosts } from './permissions.ts'
import * as store from './store/released-posts.ts'

/** Assignments are kept for three full years after their end, so that the last two and this one are complete. */
const years = 3

/** Hands to the city how much of each post is funded and how many months it was vacant, and nothing about anybody. */
export const releasePosts = (context: Context) => {
  const today = todayIn(context)
  return inTransaction(context, tx =>
    store.releasePosts(tx, context, { today, since: today.year - years + 1 }),
  )
}

export const readReleasedPosts = (context: Context) =>
  inTransaction(context, async tx => {
    requireThat(mayReadReleasedPosts(context.actor))
    return store.listReleasedPosts(tx, context.city.id)
  })

/** Every hour, as with the figures. */
export const peopleJobs: CityJob[] = [
  { name: 'release-posts', everySeconds: 3600, run: context => releasePosts(context) },
]
