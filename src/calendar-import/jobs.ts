import type { CityJob, Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { type AskAddress, readSource } from './read-source.ts'
import { type CalendarSource, knownAt } from './source.ts'
import * as store from './store/sources.ts'
import { takeReading } from './take-reading.ts'

/** So many in one turn: with each at its limit of time, a turn ends before the next begins. */
const atOnce = 20

/**
 * Reads the calendars whose time has come. One that fails keeps no other from being read, and is no fault of the job:
 * its team sees it beside its name.
 */
export const readDueSources = async (context: Context, ask?: AskAddress) => {
  const faults: unknown[] = []
  for (const due of await inTransaction(context, tx => store.claimDue(tx, context, atOnce)))
    await readDue(context, due, ask).catch(error => faults.push(error))
  if (faults.length > 0) throw faults[0]
}

const readDue = async (context: Context, due: CalendarSource, ask: AskAddress | undefined) => {
  const reading = await readSource(context, due, { known: knownAt(due, context.now), ...(ask && { ask }) })
  await inTransaction(context, async tx => {
    // A lead may have stopped it meanwhile.
    const source = await store.lockSource(tx, context.city.id, due.id)
    if (source) await takeReading(tx, context, source, reading)
  })
}

export const calendarImportJobs: CityJob[] = [
  { name: 'read-calendars', everySeconds: 600, run: context => readDueSources(context) },
]
