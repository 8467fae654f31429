import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { mayReadAudit } from './permissions.ts'
import * as store from './store.ts'

export type AuditPage = {
  entries: store.ListedEntry[]
  /** First days of the months in which something was done, the latest first. */
  months: Temporal.PlainDate[]
  month: Temporal.PlainDate | undefined
  page: number
  pages: number
}

const entriesOnPage = 50

/** What was done at the providers somebody manages, the newest first; in one month, or since it began. */
export const readAudit = (context: Context, asked: { month?: string | undefined; page: number }) =>
  inTransaction(context, async (tx): Promise<AuditPage> => {
    const { city, actor } = context
    const providers = managedBy(context)
    for (const providerId of providers) requireThat(mayReadAudit(actor, providerId))
    const months = await store.listMonths(tx, { cityId: city.id, providers, timeZone: city.timeZone })
    const month = months.find(first => first.toPlainYearMonth().toString() === asked.month)
    const period = month && {
      from: beginningOf(month, city.timeZone),
      until: beginningOf(month.add({ months: 1 }), city.timeZone),
    }
    const of = { cityId: city.id, providers, period }
    const pages = Math.max(1, Math.ceil((await store.countEntries(tx, of)) / entriesOnPage))
    const page = Math.min(asked.page, pages)
    const offset = (page - 1) * entriesOnPage
    const entries = await store.listEntries(tx, { ...of, limit: entriesOnPage, offset })
    return { entries, months, month, page, pages }
  })

/** The providers whose log somebody may read. */
export const managedBy = ({ actor }: Context) =>
  actor.kind === 'staff'
    ? actor.memberships.flatMap(member => (member.role === 'provider-manager' ? [member.providerId] : []))
    : []

const beginningOf = (day: Temporal.PlainDate, timeZone: string) => day.toZonedDateTime(timeZone).toInstant()
