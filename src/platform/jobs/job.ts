/** What a job is given: its data, which attempt this is, and whether it is given up after this one. */
export type Work<Data> = { data: Data; attempt: number; isLastAttempt: boolean }

/**
 * A piece of work that outlives the request. It may be run more than once (after a crash, after a failure), so
 * its effect must be the same once and twice.
 */
export type Job<Data = unknown> = {
  /** A verb and a noun, such as deliver-message. */
  name: string
  /** A duty: run again and again, this many seconds apart. Without it the job waits to be enqueued. */
  everySeconds?: number
  run: (work: Work<Data>) => Promise<void>
}

/** The name of a job together with the data it wants, for those who enqueue it. */
export type JobName<Data extends object> = { name: string; readonly data?: Data }

export const jobNamed = <Data extends object>(name: string): JobName<Data> => ({ name })
