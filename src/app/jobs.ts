import { type City, type CityJob, contextFor, listCities } from '../identity/index.ts'
import { outreachJobs, type Post } from '../outreach/index.ts'
import type { Database } from '../platform/database/connect.ts'
import type { Job, Work } from '../platform/jobs/job.ts'
import { privacyJobs } from '../privacy/index.ts'
import { expireOffers } from '../registration/index.ts'

/** Everything that is done without anybody pressing a button, capability by capability. */
export const cityJobs = (post: Post): CityJob[] => [
  { name: 'expire-offers', everySeconds: 60, run: expireOffers },
  ...outreachJobs(post),
  ...privacyJobs,
]

/** The jobs as the queue knows them; for preparing it, nothing has to be able to leave the house. */
export const jobNames: Pick<Job, 'name' | 'everySeconds'>[] = cityJobs({ isDemo: false })

type Surroundings = { db: Database; clock: () => Temporal.Instant }

/** Does a duty for every city, and an enqueued job for the city of its data; the system acts. */
export const overCities = (job: CityJob, { db, clock }: Surroundings): Job => ({
  name: job.name,
  ...(job.everySeconds && { everySeconds: job.everySeconds }),
  async run(work) {
    const cities = await listCities(db)
    const { cityId } = work.data as { cityId?: string }
    const meant = job.everySeconds ? cities : cities.filter(({ id }) => id === cityId)
    const faults: unknown[] = []
    // The trouble of one city does not keep the others waiting.
    for (const city of meant)
      await job.run(asSystem(city, db, clock()), work as Work<object>).catch(error => faults.push(error))
    if (faults.length > 0) throw faults[0]
  },
})

const asSystem = (city: City, db: Database, now: Temporal.Instant) =>
  contextFor({ city, actor: { kind: 'system' }, db, now, language: city.languages[0] ?? 'de' })
