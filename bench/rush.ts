import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connect } from '../src/platform/database/connect.ts'
import { register } from '../src/registration/index.ts'
import { startJobs, withSink } from './mail.ts'
import { atLeast, median, type Result, rounded } from './result.ts'
import { withDatabase } from './scratch.ts'
import { undoneBy } from './tidy.ts'
import { aSmallTown, type BenchTown } from './town.ts'

const places = 20
const atATime = 32

/**
 * Two thousand families ask for twenty places and are written to, against transactions that lock the same row, insert
 * one row and commit. The jobs of the product run meanwhile and take the mails to a mail server. Each is run three times
 * in turn; fails when a place is given twice, the list is out of order or a family has no message or two.
 */
export const measureRush = ({ families = 2_000, rounds = 3 } = {}): Promise<Result[]> =>
  withDatabase((urls, adminUrl) =>
    withSink(async ({ mailer }) => {
      const jobs = await startJobs(urls.app, mailer)
      return undoneBy(jobs.stop, () => measured({ families, rounds }, urls.app, adminUrl))
    }),
  )

async function measured(
  { families, rounds }: { families: number; rounds: number },
  url: string,
  adminUrl: string,
) {
  const db = connect(url, { connections: atATime })
  const bare = await openBare(adminUrl)
  try {
    const town = await aSmallTown(db)
    const seconds = { ours: [] as number[], bare: [] as number[] }
    await rush(town, 200)
    // As the server does by itself within a minute; plans made for empty tables would serve neither side.
    await bare.analyze()
    for (let round = 0; round < rounds; round++) {
      seconds.bare.push(await timed(() => bare.rush(families)))
      seconds.ours.push(await rush(town, families))
    }
    const perSecond = (times: number[]) => families / median(times)
    const [ours, theirs] = [perSecond(seconds.ours), perSecond(seconds.bare)]
    return [
      atLeast(0.6, ours / theirs, '×', {
        name: `Registration rush: ${families} families, ${places} places, ${atATime} at a time, messages on`,
        detail: `${rounded(ours)} registrations/s, bare lock-insert-commit ${rounded(theirs)}/s; ${places} places given, order kept, none lost, each written to once`,
      }),
    ]
  } finally {
    await db.destroy()
    await bare.end()
  }
}

async function rush(town: BenchTown, count: number): Promise<number> {
  const intakeId = await town.aSession(places)
  const answers: { registrationId: string; outcome: string }[] = []
  const seconds = await timed(() =>
    inParallel(count, async index => {
      const outcome = await register(town.desk(), aFamily(intakeId, index))
      if ('registrationId' in outcome) answers.push(outcome)
    }),
  )
  await check(town, intakeId, count, answers)
  return seconds
}

const aFamily = (intakeId: string, index: number) => ({
  ...{ intakeId, renderingKey: randomUUID(), called: `Familie ${index}` },
  contact: { kind: 'email' as const, email: `familie-${index}@example.org` },
  party: {
    adults: 1,
    children: [{ firstName: `Kind ${index}`, bornIn: Temporal.PlainDate.from('2024-10-01') }],
  },
})

/** Exactly the places there are, to those who came first; everybody else waits in the order of coming, and hears so. */
async function check(
  town: BenchTown,
  intakeId: string,
  count: number,
  answers: { registrationId: string; outcome: string }[],
) {
  const stored = await town.list(intakeId)
  const told = new Map(answers.map(({ registrationId, outcome }) => [registrationId, outcome]))
  if (stored.length !== count) throw new Error(`${count} asked, ${stored.length} are stored`)
  if (told.size !== count) throw new Error(`${count} asked, ${told.size} got an answer`)
  for (const [index, { id, state }] of stored.entries()) {
    if (told.get(id) !== state) throw new Error(`A family was told ${told.get(id)}, but is ${state}`)
    const expected = index < places ? 'confirmed' : 'waiting'
    if (state !== expected) throw new Error(`Number ${index + 1} on the list is ${state}`)
  }
  const written = await town.write(tx =>
    tx
      .selectFrom('messages')
      .select('registrationId')
      .where('cityId', '=', town.cityId)
      .where('registrationId', 'in', [...told.keys()])
      .execute(),
  )
  if (written.length !== count || new Set(written.map(({ registrationId }) => registrationId)).size !== count)
    throw new Error(`${count} asked, ${written.length} messages were written`)
}

async function inParallel(count: number, work: (index: number) => Promise<unknown>) {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: atATime }, worker))
}

async function timed(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

/** The least that a registration under a lock can be: no policies, no triggers, one row. */
async function openBare(adminUrl: string) {
  const url = new URL(adminUrl)
  url.pathname = '/bench'
  const pool = new pg.Pool({ connectionString: url.toString(), max: atATime })
  pool.on('error', () => {})
  await pool.query(`
    create schema bare;
    create table bare.sessions (id integer primary key, places integer not null);
    create table bare.registrations (id uuid primary key default uuidv7(), session_id integer not null references bare.sessions,
      called text not null, joined_at timestamptz not null default now());
    insert into bare.sessions values (1, ${places})`)
  const registerBarely = async (index: number) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('select places from bare.sessions where id = $1 for no key update', [1])
      await client.query('insert into bare.registrations (session_id, called) values ($1, $2)', [
        1,
        `Familie ${index}`,
      ])
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  return {
    analyze: () => pool.query('analyze'),
    rush: (count: number) => inParallel(count, registerBarely),
    end: () => pool.end(),
  }
}
