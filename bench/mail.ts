import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { startCityJobs } from '../src/app/index.ts'
import { notify } from '../src/outreach/index.ts'
import { connect } from '../src/platform/database/connect.ts'
import { inTransaction } from '../src/platform/database/transaction.ts'
import { type Mailer, openMailer } from '../src/platform/mail/mailer.ts'
import { atLeast, type Result, rounded } from './result.ts'
import { withDatabase } from './scratch.ts'
import { undoneBy } from './tidy.ts'
import { aSmallTown, type BenchTown } from './town.ts'

/** As many as nodemailer's pool sends at a time. */
const atATime = 5

/**
 * A hundred thousand messages wait and are worked off by the jobs of the product, against a loop that sends as many of
 * the same mails to the same mail server. Fails when one is lost or sent twice.
 */
export const measureMail = ({ messages = 100_000 } = {}): Promise<Result[]> =>
  withDatabase(urls =>
    withSink(async ({ mailer, taken }) => {
      const db = connect(urls.app, { connections: 4 })
      return undoneBy(
        () => db.destroy(),
        async () => {
          const bare = await bareLoop(mailer, messages)
          const before = await taken()
          const town = await aSmallTown(db)
          await queue(town, messages)
          const arrived = async () => (await taken()) - before
          const ours = await drained(urls.app, mailer, async () => (await arrived()) >= messages)
          if ((await waiting(town)) > 0) throw new Error('Mails were sent, and wait as if they were not')
          const sent = await arrived()
          if (sent !== messages) throw new Error(`${messages} messages waited, ${sent} mails arrived`)
          return [
            atLeast(0.5, bare / ours, '×', {
              name: `Waiting messages worked off: ${messages.toLocaleString('en')}`,
              detail: `${rounded(messages / ours)} mails/s, bare loop ${rounded(messages / bare)}/s; none lost, none twice`,
            }),
          ]
        },
      )
    }),
  )

/** Seconds for as many mails, each like those of the product. */
const bareLoop = async (mailer: Mailer, messages: number) => {
  const text = 'Hallo,\n\ndein Platz ist frei. Wir freuen uns auf dich!\n\n'.repeat(6)
  const send = (number: number) =>
    mailer.send({
      ...{ id: `bare-${number}`, to: `familie-${number}@example.org`, fromName: 'KiEZ Westend' },
      ...{ subject: 'Du hast einen Platz', text, html: `<p>${text}</p>` },
    })
  let next = 0
  return timed(() =>
    Promise.all(
      Array.from({ length: atATime }, async () => {
        while (next < messages) await send(next++)
      }),
    ),
  )
}

async function queue(town: BenchTown, messages: number) {
  const batchSize = 1_000
  const desk = town.desk()
  const place = { providerId: town.westend.providerId, centreId: town.westend.id }
  for (let first = 0; first < messages; first += batchSize)
    await inTransaction(desk, tx =>
      notify(
        tx,
        desk,
        ...Array.from({ length: Math.min(batchSize, messages - first) }, (_, index) => ({
          ...{ kind: 'letter' as const, ...place, language: 'de' as const },
          contact: { kind: 'email' as const, email: `familie-${first + index}@example.org` },
          facts: {
            subject: 'Du hast einen Platz',
            paragraphs: Array.from({ length: 6 }, () => ({
              words: 'Hallo,\n\ndein Platz ist frei. Wir freuen uns auf dich!',
            })),
          },
        })),
      ),
    )
}

/** The jobs of the product, with a mail server to deliver to. */
export const startJobs = (url: string, mailer: Mailer) =>
  startCityJobs({
    ...{ url, post: { mailer, isDemo: false }, clock: () => Temporal.Now.instant() },
    log: { info: () => {}, error: facts => console.error(facts) },
    accounts: { baseUrl: '', auth: () => Promise.reject(new Error('Nobody signs in here')) },
  })

/**
 * Seconds until all have arrived, and what was begun is finished. The mail server is asked: counting those that wait
 * would take as long as some of the work.
 */
const drained = (url: string, mailer: Mailer, haveArrived: () => Promise<boolean>) =>
  timed(async () => {
    const jobs = await startJobs(url, mailer)
    await undoneBy(jobs.stop, async () => {
      while (!(await haveArrived())) await wait(250)
    })
  })

const waiting = (town: BenchTown) =>
  town.write(async tx => {
    const row = await tx
      .selectFrom('messages')
      .select(({ fn }) => fn.countAll<number>().as('amount'))
      .where('cityId', '=', town.cityId)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
    return Number(row.amount)
  })

type Sink = { mailer: Mailer; taken: () => Promise<number> }

/** The mail server that takes everything, while the work lasts. */
export const withSink = async <Done>(work: (sink: Sink) => Promise<Done>): Promise<Done> => {
  const sink = fork(new URL('smtp-sink.ts', import.meta.url))
  const answer = async () => (await once(sink, 'message'))[0] as { port: number; taken: number }
  const { port } = await answer()
  const mailer = openMailer(`smtp://127.0.0.1:${port}`, 'netz@example.org')
  const taken = () => {
    sink.send('how many')
    return answer().then(said => said.taken)
  }
  return undoneBy(
    async () => {
      mailer.close()
      sink.disconnect()
    },
    () => work({ mailer, taken }),
  )
}

async function timed(work: () => Promise<unknown>) {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
