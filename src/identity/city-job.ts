import type { Work } from '../platform/jobs/job.ts'
import type { Context } from './context.ts'

/**
 * A job about one city, done by the system. A duty (everySeconds) is done for every city in turn; a job that was
 * enqueued says in its data which city it is about.
 */
export type CityJob<Data extends object = object> = {
  name: string
  everySeconds?: number
  run(context: Context, work: Work<Data>): Promise<unknown>
}
