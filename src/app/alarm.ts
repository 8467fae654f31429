import { type Actor, hasRole } from '../identity/index.ts'
import type { Database } from '../platform/database/connect.ts'
import { type MissedDuty, missedDuties } from '../platform/jobs/store/duties.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import { staffWordingFor } from '../platform/wording/wording.ts'

/** Who can do something when a duty stops: whoever runs the platform, and the leads whose families wait. */
export const findAlarm = async (actor: Actor, db: Database, now: Temporal.Instant) =>
  hasRole(actor, 'administrator', 'centre-lead') ? missedDuties(db, now) : []

/** Tells the operator by mail that duties have stopped. */
export const alarmOperator = (mailer: Mailer, operator: string) => async (missed: readonly MissedDuty[]) => {
  const { t, moment } = staffWordingFor('de', 'Europe/Berlin')
  const lines = missed.map(({ job, lastAt }) => t('app.alarm.duty', { job, lastAt: moment(lastAt) }))
  const text = `${[t('app.alarm.body'), ...lines].join('\n\n')}\n`
  await mailer.send({
    ...{ id: `alarm-${crypto.randomUUID()}`, to: operator, fromName: 'KiezNetz' },
    ...{ subject: t('app.alarm.title'), text },
  })
}
