import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { publicHolidaysOf } from '../planning/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfKey, type Keys, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { Reach } from '../reach/index.ts'
import { mayAsk } from './permissions.ts'
import { type Channel, deleteUnansweredOn, overdueFrom } from './question.ts'
import * as store from './store/questions.ts'

export type Asking = {
  /** The secret of the rendered form; the same one sent twice is one question. */
  renderingKey: string
  body: string
  channel: Channel
  wants: Reach
  reachable: string
}

/** Takes a question in for the team of a centre, and returns the link and the code that open it again. */
export const ask = async (context: Context, centre: CentreRef, asking: Asking): Promise<Keys> => {
  requireThat(mayAsk(context.actor, centre))
  const { renderingKey, ...question } = asking
  const { city, language, now } = context
  const holidays = await publicHolidaysOf(city.country, city.state)
  const overdue = overdueFrom(now.toZonedDateTimeISO(city.timeZone), day => holidays(day) !== undefined)
  const secret = `${centre.centreId} ${renderingKey}`
  const keys = keysOf(secret)
  const id = randomUUIDv7()
  await inTransaction(context, async tx => {
    await store.addQuestion(tx, city.id, {
      ...{ ...question, ...centre, id, language, askedAt: now, overdueAt: overdue.toInstant() },
      ...{ deleteOn: deleteUnansweredOn(todayIn(context)), onceKey: onceKeyOf(secret) },
      ...{ linkHash: hashOfKey(keys.link), codeHash: hashOfKey(keys.code) },
    })
    await record(tx, context, { action: 'question.entered', providerId: centre.providerId, subjectId: id })
  })
  return keys
}
