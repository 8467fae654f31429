import { randomUUIDv7 } from 'node:crypto'
import type { CentreRef, Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { MeetingFacts } from './meeting.ts'
import { mayKeepNetwork } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import * as store from './store/meetings.ts'

export type MeetingOutcome = { outcome: 'entered'; id: string } | Refused

/** Enters a meeting of the network, before it or afterwards. */
export const holdMeeting = (context: Context, { providerId, centreId }: CentreRef, facts: MeetingFacts) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<MeetingOutcome> => {
      requireThat(mayKeepNetwork(context.actor, { centreId }))
      const id = randomUUIDv7()
      await store.addMeeting(tx, { cityId: context.city.id, providerId, centreId, id, facts })
      await record(tx, context, { action: 'meeting.entered', providerId, subjectId: id })
      return { outcome: 'entered', id }
    }),
  )

/** Writes down what was talked about and decided. */
export const changeMeeting = (context: Context, id: string, facts: MeetingFacts) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<MeetingOutcome> => {
      const cityId = context.city.id
      const { providerId, centreId } = orNotFound(await store.lockMeeting(tx, cityId, id))
      requireThat(mayKeepNetwork(context.actor, { centreId }))
      await store.changeMeeting(tx, cityId, id, facts)
      const fields = Object.keys(facts)
      await record(tx, context, { action: 'meeting.changed', providerId, subjectId: id, fields })
      return { outcome: 'entered', id }
    }),
  )
