import { randomUUIDv7 } from 'node:crypto'
import { type LedCentre, slugFor } from '../centres/index.ts'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayLend } from './permissions.ts'
import * as store from './store/things.ts'
import type { ThingFacts } from './thing.ts'

/** Adds a thing that can be lent, and returns its id. */
export const addThing = (
  context: Context,
  { providerId, centreId, slug: centreSlug }: Pick<LedCentre, 'providerId' | 'centreId' | 'slug'>,
  facts: ThingFacts,
) =>
  inTransaction(context, async tx => {
    requireThat(mayLend(context.actor, { centreId }))
    const id = randomUUIDv7()
    const place = { cityId: context.city.id, providerId, centreId, id }
    // A name may be taken by a thing of another centre, which its policies do not let us see.
    for (let attempt = 1; ; attempt++) {
      const slug = slugFor(facts.texts.de?.name ?? '', centreSlug, attempt)
      if (await store.addThing(tx, place, { ...facts, slug })) break
    }
    await record(tx, context, { action: 'thing.added', providerId, subjectId: id })
    return id
  })

/** Changes what is said of a thing and how many pieces there are: never fewer than are out. */
export const changeThing = (context: Context, id: string, facts: ThingFacts) =>
  unlessRefusedBy({ never_more_out_than_there_are: 'more-are-out' }, () =>
    inTransaction(context, async tx => {
      const { providerId, centreId } = orNotFound(await store.findThing(tx, context.city.id, id))
      requireThat(mayLend(context.actor, { centreId }))
      await store.changeThing(tx, { cityId: context.city.id, providerId, centreId, id }, facts)
      const fields = Object.keys(facts)
      await record(tx, context, { action: 'thing.changed', providerId, subjectId: id, fields })
      return { outcome: 'changed' as const }
    }),
  )

/** Takes a thing out of use: nobody finds it any more, and who has it stays known until it is back. */
export const closeThing = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const { providerId, centreId } = orNotFound(await store.findThing(tx, context.city.id, id))
    requireThat(mayLend(context.actor, { centreId }))
    await store.archiveThing(tx, context.city.id, id)
    await record(tx, context, { action: 'thing.closed', providerId, subjectId: id })
  })
