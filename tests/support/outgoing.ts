import pg from 'pg'
import { afterAll } from 'vitest'
import { outreachJobs } from '../../src/outreach/index.ts'
import type { TestDatabase } from './server.ts'
import { type Town, townNow } from './town.ts'

type Mail = { to: string; subject: string; text: string }
type Sms = { to: string; text: string }

/** What leaves the house in a test, by mail and SMS; what nobody can be written stands on the list of calls then. */
export const outgoingOf = async (town: Town, database: TestDatabase) => {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  afterAll(() => admin.end())
  const mails: Mail[] = []
  const texts: Sms[] = []
  const [deliverJob] = outreachJobs({
    isDemo: false,
    mailer: { send: async (mail: Mail) => void mails.push(mail), close: () => {} },
    sms: { gateway: { send: async (sms: Sms) => void texts.push(sms) }, centsEach: 9 },
  })

  const deliverAll = async (now = townNow) => {
    const { rows } = await admin.query(
      `select id from messages where state = 'waiting' order by created_at, id`,
    )
    for (const { id: messageId } of rows)
      await deliverJob?.run(town.contextOf({ kind: 'system' }, now), {
        ...{ data: { messageId }, attempt: 1, isLastAttempt: true },
      })
  }

  return { admin, mails, texts, deliverAll }
}
