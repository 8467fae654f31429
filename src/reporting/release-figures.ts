import type { CityJob, Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import * as store from './store/released-cells.ts'

/** Hands the sums of every centre to the city: numbers by quarter and format, without any name. */
export const releaseFigures = (context: Context) => inTransaction(context, tx => store.release(tx, context))

/** Every hour, so that the city office reads yesterday's counts in the morning. */
export const reportingJobs: CityJob[] = [
  { name: 'release-figures', everySeconds: 3600, run: context => releaseFigures(context) },
]
