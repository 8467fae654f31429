import { type Context, todayIn } from '../identity/index.ts'
import { adoptAnswers, type finishDraft, planOfProposed, readPlanOf } from '../planning/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { tellPartner } from './make-link.ts'
import { mayDecide } from './permissions.ts'
import { decidedEndsOn, type Proposal, titleOf, versionOf } from './proposal.ts'
import * as store from './store/proposals.ts'

/** A proposal beside what is public now; nothing stands beside a new offer. */
export const readProposal = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const proposal = orNotFound(await store.findProposal(tx, context.city.id, id))
    requireThat(mayDecide(context.actor, proposal))
    const stands =
      proposal.offerId === null ? undefined : (await readPlanOf(tx, context, proposal.offerId)).plan
    return { proposal, stands, proposed: planOfProposed(proposal.answers) }
  })

/** Proposals of the centres one leads, those that wait first. */
export const listProposals = async (context: Context) => {
  const all = await inTransaction(context, tx => store.listProposals(tx, context.city.id))
  return all.filter(proposal => mayDecide(context.actor, proposal))
}

/** How many wait to be decided on, at the centres whose rows somebody may see. */
export const countProposals = (context: Context) =>
  inTransaction(context, tx => store.countSent(tx, context.city.id))

export type AdoptOutcome = { outcome: 'adopted'; draftId: string } | { outcome: 'decided' | 'mended' }

/**
 * Makes a plan of the proposal for the lead to mend; when she finishes it, the proposal is approved. With `seen`, the
 * version she was shown, only that one: until it is decided the partner may mend it at any moment.
 */
export const adopt = (context: Context, id: string, seen?: string) =>
  inTransaction(context, async (tx): Promise<AdoptOutcome> => {
    const proposal = orNotFound(await store.lockProposal(tx, context.city.id, id))
    requireThat(mayDecide(context.actor, proposal))
    if (proposal.state !== 'sent') return { outcome: 'decided' }
    if (seen !== undefined && seen !== versionOf(proposal)) return { outcome: 'mended' }
    const { centreId, providerId, offerId, answers } = proposal
    const draftId = await adoptAnswers(tx, context, { centreId, providerId, offerId, answers })
    await store.writeDecision(tx, context.city.id, id, { draftId })
    return { outcome: 'adopted', draftId }
  })

/** Sends a proposal back with the reason; the partner can mend it and send it again. */
export const sendBack = (context: Context, id: string, reason: string) =>
  inTransaction(context, async tx => {
    const proposal = orNotFound(await store.lockProposal(tx, context.city.id, id))
    requireThat(mayDecide(context.actor, proposal))
    if (proposal.state !== 'sent') return
    await store.writeDecision(tx, context.city.id, id, {
      ...{ state: 'sent-back', reason, decidedAt: context.now },
    })
    await tellPartner(tx, context, proposal.partnerId, ({ t }, address) => ({
      subject: t('proposals.letter.sentBack.subject', { title: titleOf(proposal) }),
      paragraphs: [
        { words: t('proposals.letter.sentBack.body') },
        { words: reason },
        { words: t('proposals.letter.sentBack.mend'), address },
      ],
    }))
    const { providerId } = proposal
    await record(tx, context, { action: 'proposal.sent-back', providerId, subjectId: id })
  })

/** A plan was finished: if it was made of a proposal, that is approved, and the offer is the partner's. */
export const approveFinished: NonNullable<Parameters<typeof finishDraft>[2]> = async (
  tx,
  context,
  { draftId, offerId },
) => {
  const proposal = await store.lockProposalOfDraft(tx, context.city.id, draftId)
  if (proposal) await approveAs(tx, context, proposal, offerId)
}

const approveAs = async (tx: Tx, context: Context, proposal: Proposal, offerId: string) => {
  const { id, partnerId, centreId, providerId } = proposal
  requireThat(mayDecide(context.actor, proposal))
  const cityId = context.city.id
  await store.writeDecision(tx, cityId, id, {
    ...{ state: 'approved', decidedAt: context.now, offerId, deleteOn: decidedEndsOn(todayIn(context)) },
  })
  await store.giveOffer(tx, { cityId, partnerId, centreId, providerId, offerId })
  await tellPartner(tx, context, partnerId, ({ t }, address) => ({
    subject: t('proposals.letter.approved.subject', { title: titleOf(proposal) }),
    paragraphs: [{ words: t('proposals.letter.approved.body'), address }],
  }))
  await record(tx, context, { action: 'proposal.approved', providerId, subjectId: id })
}
