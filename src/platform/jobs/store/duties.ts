import type { Database } from '../../database/connect.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Job } from '../job.ts'

export type MissedDuty = { job: string; lastAt: Temporal.Instant }

/** Duties that have not succeeded for three of their intervals, but for a minute at least. */
export async function missedDuties(db: Database, now: Temporal.Instant): Promise<MissedDuty[]> {
  const beats = await db.selectFrom('heartbeats').selectAll().orderBy('job').execute()
  return beats
    .filter(({ beatAt, everySeconds }) => {
      const seconds = Math.max(60, 3 * everySeconds)
      return Temporal.Instant.compare(beatAt.add({ seconds }), now) < 0
    })
    .map(({ job, beatAt }) => ({ job, lastAt: beatAt }))
}

/** Lets every duty be missed that never runs at all; one that the product no longer has is forgotten. */
export const announceDuties = (db: Database, jobs: readonly Job[], now: Temporal.Instant) =>
  inTransaction({ db, scope }, async tx => {
    const duties = jobs.flatMap(({ name: job, everySeconds }) =>
      everySeconds ? [{ job, everySeconds, beatAt: now }] : [],
    )
    const names = duties.map(({ job }) => job)
    await tx
      .deleteFrom('heartbeats')
      .$if(names.length > 0, query => query.where('job', 'not in', names))
      .execute()
    for (const duty of duties)
      await tx
        .insertInto('heartbeats')
        .values(duty)
        .onConflict(conflict => conflict.column('job').doUpdateSet({ everySeconds: duty.everySeconds }))
        .execute()
  })

export const beat = (db: Database, job: string, everySeconds: number, beatAt: Temporal.Instant) =>
  inTransaction({ db, scope }, tx =>
    tx
      .insertInto('heartbeats')
      .values({ job, everySeconds, beatAt })
      .onConflict(conflict => conflict.column('job').doUpdateSet({ everySeconds, beatAt }))
      .execute(),
  )

/** Duties belong to the instance, not to a city. */
const scope = { kind: 'system', city: '' } as const
