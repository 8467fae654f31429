import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayAllowSites } from './permissions.ts'
import * as store from './store/embed-sites.ts'

type AllowOutcome = { outcome: 'allowed' } | { outcome: 'already-there' }

/** The sites that may show the programme, by name. */
export const readSites = (context: Context) =>
  inTransaction(context, tx => {
    requireThat(mayAllowSites(context.actor))
    return store.listSites(tx, context.city.id)
  })

/** Lets the pages of a site show the programme. */
export const allowSite = (context: Context, site: { name: string; origin: string }): Promise<AllowOutcome> =>
  unlessRefusedBy({ a_site_stands_once: 'already-there' }, () =>
    inTransaction(context, async (tx): Promise<AllowOutcome> => {
      requireThat(mayAllowSites(context.actor))
      const { id } = await store.addSite(tx, { ...site, cityId: context.city.id, addedAt: context.now })
      await record(tx, context, { action: 'embed-site.allowed', providerId: null, subjectId: id })
      return { outcome: 'allowed' }
    }),
  )

/** Its pages show a plain link from then on. */
export const takeSiteBack = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    requireThat(mayAllowSites(context.actor))
    orNotFound(await store.deleteSite(tx, context.city.id, id))
    await record(tx, context, { action: 'embed-site.taken-back', providerId: null, subjectId: id })
  })
