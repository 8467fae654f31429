/** A meeting of the network; its words name no family. */
export type MeetingFacts = { heldOn: Temporal.PlainDate; place: string; agenda: string; decisions: string }

export type Meeting = MeetingFacts & { id: string; providerId: string; centreId: string }

/** Exactly one does it: somebody of the team, or a partner. */
export type TaskOwner = { accountId: string } | { partnerId: string }

export type Task = {
  id: string
  words: string
  /** Null where somebody of the team had it who is not there any more. */
  ownerName: string | null
  dueOn: Temporal.PlainDate
  doneAt: Temporal.Instant | null
}
