import { randomUUIDv7 } from 'node:crypto'
import { type Context, todayIn } from '../identity/index.ts'
import { type Answers, readPlanOf } from '../planning/index.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { onceKeyOf } from '../platform/web/keys.ts'
import type { Opened } from './own-page.ts'
import { mayPropose } from './permissions.ts'
import { undecidedEndsOn } from './proposal.ts'
import * as store from './store/proposals.ts'

export type Proposing = {
  /** The offer that is to change; null for a new one. */
  offerId: string | null
  answers: Answers
  note: string
  /** The secret of the rendered form; the same one sent twice is one proposal. */
  renderingKey: string
}
export type ProposeOutcome =
  | { outcome: 'sent' }
  /** Another change of the same offer waits to be decided. */
  | { outcome: 'waiting-already' }

/** Takes in what a partner proposes. Nothing of the programme changes until the lead approves. */
export const propose = (context: Context, { partner }: Opened, { renderingKey, ...proposing }: Proposing) => {
  requireThat(mayPropose(context.actor, partner))
  const { partnerId, centreId, providerId } = partner
  return unlessRefusedBy(refusals, () =>
    inTransaction(context, async (tx): Promise<ProposeOutcome> => {
      await store.addProposal(tx, context.city.id, {
        ...{ ...proposing, id: randomUUIDv7(), partnerId, centreId, providerId },
        ...{ language: context.language, sentAt: context.now },
        deleteOn: undecidedEndsOn(todayIn(context)),
        renderingKey: onceKeyOf(`${partnerId} ${renderingKey}`),
      })
      return { outcome: 'sent' }
    }),
  )
}

const refusals = { each_proposal_once: 'sent', one_open_proposal_per_offer: 'waiting-already' } as const

/** Sends a proposal again, mended; false when it was approved meanwhile. */
export const mend = (
  context: Context,
  { key }: Opened,
  mended: { id: string; answers: Answers; note: string },
) =>
  store.mendProposal(context.db, key, {
    ...{ ...mended, sentAt: context.now },
    deleteOn: undecidedEndsOn(todayIn(context)),
  })

/** A partner takes back what was not approved; nothing of it is left. */
export const takeBack = (context: Context, { key }: Opened, id: string) =>
  store.takeProposalBack(context.db, key, id)

/** What an offer says now, as the page to propose a change begins. */
export const readAnswersOf = (context: Context, offerId: string) =>
  inTransaction(context, async tx => (await readPlanOf(tx, context, offerId)).answers)
