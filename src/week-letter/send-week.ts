import { listCentres } from '../centres/index.ts'
import type { CityJob, Context } from '../identity/index.ts'
import { type Message, notify } from '../outreach/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfLink, newSecret } from '../platform/web/keys.ts'
import { letterOf } from './letter.ts'
import * as store from './store.ts'
import { sundayToSend } from './sunday.ts'

const batchSize = 100

/** On Sunday evening the week of each centre goes to those who want it, in their language, made from the programme. */
export const sendWeek = async (context: Context) => {
  requireThat(context.actor.kind === 'system')
  const sunday = sundayToSend(context.now.toZonedDateTimeISO(context.city.timeZone))
  if (!sunday) return
  const names = new Map((await listCentres(context)).map(({ id, name }) => [id, name]))
  for (let sent = batchSize; sent === batchSize; ) sent = await sendSome(context, sunday, names)
}

const sendSome = (context: Context, sunday: Temporal.PlainDate, names: ReadonlyMap<string, string>) =>
  inTransaction(context, async tx => {
    const { city } = context
    const due = await store.lockUnsent(tx, city.id, sunday, batchSize)
    const letters: Message[] = []
    for (const subscription of due) {
      const { id, providerId, centreId, email, language } = subscription
      const link = newSecret()
      await store.addLink(tx, city.id, { providerId, centreId, subscriptionId: id }, hashOfLink(link))
      const centre = { centreId, name: names.get(centreId) ?? '' }
      const facts = await letterOf(tx, { ...context, language }, { centre, sunday, link })
      letters.push({
        ...{ kind: 'letter', providerId, centreId, language, facts },
        contact: { kind: 'email', email },
      })
    }
    await notify(tx, context, ...letters)
    if (due.length > 0)
      await store.markSent(
        tx,
        city.id,
        due.map(({ id }) => id),
        sunday,
      )
    return due.length
  })

export const weekLetterJobs: CityJob[] = [{ name: 'send-week-letter', everySeconds: 900, run: sendWeek }]
