/** So long before its end an agreement is to be talked about again. */
const noticeDays = 60

export type AgreementState = 'none' | 'running' | 'running-out' | 'ended'

/** How it stands with a partner, by the last day on which anything signed with it holds. */
export const agreementState = (
  until: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): AgreementState => {
  if (!until) return 'none'
  if (Temporal.PlainDate.compare(until, today) < 0) return 'ended'
  return Temporal.PlainDate.compare(until, lastDayToNotice(today)) <= 0 ? 'running-out' : 'running'
}

/** What holds no longer than this day runs out. */
export const lastDayToNotice = (today: Temporal.PlainDate) => today.add({ days: noticeDays })

/** The day it was due has passed, and it is not done. */
export const isOverdue = (
  { dueOn, doneAt }: { dueOn: Temporal.PlainDate; doneAt: Temporal.Instant | null },
  today: Temporal.PlainDate,
) => doneAt === null && Temporal.PlainDate.compare(dueOn, today) < 0
