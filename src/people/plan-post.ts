import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePost } from './permissions.ts'
import type { Post } from './post.ts'
import * as store from './store/posts.ts'

/** Says how large the post of a centre is from a day on, and who pays for it; what was before stays as it was. */
export const planPost = (context: Context, centreId: string, post: Omit<Post, 'until'>) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const centre = orNotFound(await store.findCentre(tx, cityId, centreId))
    requireThat(mayManagePost(context.actor, centre))
    const { providerId } = centre
    await store.writePost(tx, { cityId, providerId, centreId }, post)
    const fields = ['from', 'fundedPermille', 'fullTimeMinutes', 'fundedBy']
    await record(tx, context, { action: 'post.planned', providerId, subjectId: centreId, fields })
  })
