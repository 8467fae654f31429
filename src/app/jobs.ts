import { calendarImportJobs } from '../calendar-import/index.ts'
import {
  type City,
  type CityJob,
  contextFor,
  type Identity,
  identityJobs,
  listCities,
} from '../identity/index.ts'
import { outreachJobs, type Post } from '../outreach/index.ts'
import { peopleJobs } from '../people/index.ts'
import { decideJointActivities, extendSeries, hideStaleOffers } from '../planning/index.ts'
import { chainEntries } from '../platform/audit-chain.ts'
import { connect, type Database } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Job, Work } from '../platform/jobs/job.ts'
import { type JobLog, type RunningJobs, startJobs } from '../platform/jobs/start.ts'
import type { MissedDuty } from '../platform/jobs/store/duties.ts'
import { privacyJobs } from '../privacy/index.ts'
import { proposalsJobs } from '../proposals/index.ts'
import { expireOffers, remind } from '../registration/index.ts'
import { reportingJobs } from '../reporting/index.ts'
import { askWhenFree, releaseUnused } from '../rooms/index.ts'
import { weekLetterJobs } from '../week-letter/index.ts'

/** Everything that is done without anybody pressing a button, capability by capability. */
const cityJobs = (post: Post, accounts: Accounts, log: JobLog): CityJob[] => [
  { name: 'expire-offers', everySeconds: 60, run: expireOffers },
  { name: 'remind', everySeconds: 300, run: remind },
  { name: 'decide-joint-activities', everySeconds: 300, run: decideJointActivities },
  { name: 'release-rooms', everySeconds: 60, run: releaseUnused },
  { name: 'ask-for-freed-rooms', everySeconds: 60, run: askWhenFree },
  { name: 'extend-series', everySeconds: 86_400, run: extendSeries },
  { name: 'hide-stale-offers', everySeconds: 43_200, run: hideStaleOffers },
  ...outreachJobs(post),
  ...identityJobs({ ...accounts, mailer: post.mailer }),
  ...proposalsJobs,
  ...calendarImportJobs,
  ...privacyJobs,
  ...reportingJobs,
  ...weekLetterJobs,
  ...peopleJobs,
  chainAudit(log),
]

type Accounts = Pick<Identity, 'auth' | 'baseUrl'>

type Working = {
  /** The address of the application's role. */
  url: string
  post: Post
  /** Where the accounts of staff are, for the mails that go to them. */
  accounts: Accounts
  log: JobLog
  clock: () => Temporal.Instant
  onMissedDuties?: (missed: readonly MissedDuty[]) => Promise<void>
}

/** Works off the jobs of all cities, on connections of their own: a slow mail server keeps no page waiting. */
export async function startCityJobs({ url, post, accounts, ...rest }: Working): Promise<RunningJobs> {
  const db = connect(url, { connections: 4 })
  const jobs = cityJobs(post, accounts, rest.log).map(job => overCities(job, { db, clock: rest.clock }))
  const running = await startJobs({ ...rest, url, db, jobs })
  return {
    async stop() {
      await running.stop()
      await db.destroy()
    },
  }
}

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

/** The heads go to the log, which lies elsewhere: with them a later change of the audit log can be proved. */
const chainAudit = (log: JobLog): CityJob => ({
  name: 'chain-audit',
  everySeconds: 5,
  async run(context) {
    const { city } = context
    const heads = await inTransaction(context, tx => chainEntries(tx, city.id))
    if (heads.length > 0) log.info({ city: city.slug, heads }, 'the audit log has new heads')
  },
})

const asSystem = (city: City, db: Database, now: Temporal.Instant) =>
  contextFor({ city, actor: { kind: 'system' }, db, now, language: city.languages[0] ?? 'de' })

/** The jobs as the queue knows them; to prepare it nothing has to leave the house. */
export const jobNames: Pick<Job, 'name' | 'everySeconds'>[] = cityJobs(
  { isDemo: false },
  { baseUrl: '', auth: () => Promise.reject(new Error('Nobody is asked for a name')) },
  { info: () => {}, error: () => {} },
)
