import { type LedCentre, ledCentre } from '../centres/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { sheetOf } from './cash-book.ts'
import { dueFor } from './fee.ts'
import { mayKeepCash, mayReadCash, maySayWhatToPay } from './permissions.ts'
import * as cash from './store/cash.ts'
import { findCentres } from './store/centres.ts'
import * as payers from './store/payers.ts'
import * as prices from './store/prices.ts'

/** A family with what it pays on its word and what came by now, in cents. */
export type Payer = payers.PayerRow & { dueCents: number }

/** What the box page of the lead shows: what lies in it, what came since it was counted, and who brings money soon. */
export const readBox = async (context: Context, slug: string | undefined) => {
  const { centre, centres } = await ledCentre(context, slug)
  const box = await inTransaction(context, async tx => {
    const { city, now } = context
    const today = todayIn(context)
    const { balanceCents, countedUntil } = await cash.findBox(tx, city.id, centre.centreId)
    const lines = await cash.listLines(tx, city.id, centre.centreId, { first: countedUntil + 1 })
    return {
      ...{ balanceCents, lines, sheet: sheetOf(lines, balanceCents) },
      sheets: await cash.listSheets(tx, city.id, centre.centreId),
      dates: await prices.listPricedDates(tx, city.id, centre.centreId, { today, now }),
      priced: await prices.listPriced(tx, city.id, centre.centreId),
    }
  })
  return { centre, centres, ...box }
}

/** Who has a place in something that costs something, with what is open. */
export const readPayers = (context: Context, intakeId: string) =>
  inTransaction(context, async tx => {
    const rows = await payers.listPayers(tx, context.city.id, intakeId)
    const [first] = rows
    requireThat(first !== undefined && mayKeepCash(context.actor, first))
    const centre = await centreOf(tx, context, first.centreId)
    const { title } = orNotFound(await prices.findPriced(tx, context.city.id, first.offerId))
    const payments = await cash.listPaymentsOf(tx, context.city.id, intakeId)
    return { title, centre, families: rows.map(withDue), payments }
  })

/** What one family pays, for itself at the desk or for the lead; nothing where it costs nothing. */
export const readPayer = (context: Context, registrationId: string) =>
  inTransaction(context, async (tx): Promise<Payer | undefined> => {
    const row = await payers.findPayer(tx, context.city.id, registrationId)
    if (!row) return undefined
    requireThat(maySayWhatToPay(context.actor, row))
    return withDue(row)
  })

/** A line of the book with its centre. */
export const readEntry = (context: Context, entryId: string) =>
  inTransaction(context, async tx => {
    const entry = orNotFound(await cash.findEntry(tx, context.city.id, entryId))
    requireThat(mayKeepCash(context.actor, entry))
    return { entry, centre: await centreOf(tx, context, entry.centreId) }
  })

/** A signed day sheet with its lines, for the lead and her provider. */
export const readSheet = (context: Context, slug: string, number: number) =>
  inTransaction(context, async tx => {
    const centre = orNotFound((await findCentres(tx, context.city.id)).find(each => each.slug === slug))
    requireThat(mayReadCash(context.actor, centre))
    const signed = orNotFound(await cash.findSheet(tx, context.city.id, centre.centreId, number))
    const { firstLine: first, lastLine: last, countedCents } = signed
    const lines = await cash.listLines(tx, context.city.id, centre.centreId, { first, last })
    return { centre, signed, lines, sheet: sheetOf(lines, countedCents) }
  })

/** What a provider reads: the sheets of its centres, and what came for which offer in the last twelve months. */
export const readBooks = (context: Context) =>
  inTransaction(context, async tx => {
    const centres = (await findCentres(tx, context.city.id)).filter(each => mayReadCash(context.actor, each))
    const from = todayIn(context).with({ day: 1 }).subtract({ months: 11 })
    return Promise.all(
      centres.map(async centre => ({
        centre,
        sheets: await cash.listSheets(tx, context.city.id, centre.centreId),
        income: await cash.listIncome(tx, context.city.id, centre.centreId, from),
      })),
    )
  })

/** What the paper for Bildung und Teilhabe says, for the lead and the family; only the lead sees what came by now. */
export const readAttending = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const row = orNotFound(await payers.findPayer(tx, context.city.id, registrationId))
    requireThat(maySayWhatToPay(context.actor, row))
    const paidCents = mayKeepCash(context.actor, row) ? row.paidCents : null
    const attending = orNotFound(await payers.findAttending(tx, context.city.id, registrationId))
    return { ...attending, ...withDue(row), paidCents }
  })

const withDue = (row: payers.PayerRow): Payer => {
  const { counts, adults, children, babies, dates } = row
  return { ...row, dueCents: dueFor(row.level, row, { counts, size: { adults, children, babies }, dates }) }
}

const centreOf = async (tx: Tx, { city }: Context, centreId: string) =>
  orNotFound((await findCentres(tx, city.id)).find(each => each.centreId === centreId))

export type Box = Awaited<ReturnType<typeof readBox>> & { centre: LedCentre }
