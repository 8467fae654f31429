import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Answers } from '../../planning/index.ts'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { Language } from '../../platform/wording/wording.ts'
import type { OwnProposal, Proposal, ProposalState } from '../proposal.ts'

type Sent = CentreRef & {
  id: string
  partnerId: string
  offerId: string | null
  answers: Answers
  note: string
  language: Language
  sentAt: Temporal.Instant
  deleteOn: Temporal.PlainDate
  renderingKey: string
}

/** Takes a proposal in. Constraints refuse the same form sent twice, and a second change of the same offer. */
export const addProposal = (tx: Tx, cityId: string, { answers, ...proposal }: Sent) =>
  tx
    .insertInto('offerProposals')
    .values({
      ...{ ...proposal, cityId, answers: JSON.stringify(answers) },
      isNew: proposal.offerId === null,
    })
    .execute()

type Key = { cityId: string; linkHash: Buffer; today: Temporal.PlainDate }

/** What the partner behind a link has proposed, the latest first. */
export const proposalsBehind = async (db: Database, { cityId, linkHash, today }: Key) => {
  const { rows } = await sql<OwnProposal>`
    select * from proposals_behind(${cityId}, ${linkHash}, ${today})`.execute(db)
  return rows
}

type Mended = Pick<Sent, 'id' | 'answers' | 'note' | 'sentAt' | 'deleteOn'>

/** Says whether it could still be mended. */
export const mendProposal = async (db: Database, { cityId, linkHash, today }: Key, mended: Mended) => {
  const { id, answers, note, sentAt, deleteOn } = mended
  const { rows } = await sql<{ isMended: boolean }>`
    select mend_proposal(${cityId}, ${linkHash}, ${today}, ${id}, ${JSON.stringify(answers)}::jsonb, ${note},
      ${sentAt}, ${deleteOn}) as is_mended`.execute(db)
  return rows[0]?.isMended ?? false
}

export const takeProposalBack = async (db: Database, { cityId, linkHash, today }: Key, id: string) => {
  const { rows } = await sql<{ isGone: boolean }>`
    select take_proposal_back(${cityId}, ${linkHash}, ${today}, ${id}) as is_gone`.execute(db)
  return rows[0]?.isGone ?? false
}

/** Proposals of the own centres: those that wait first, the longest waiting on top, then what was decided last. */
export const listProposals = (tx: Tx, cityId: string): Promise<Proposal[]> =>
  proposalsIn(tx, cityId)
    .orderBy(sql`o.state = 'sent'`, 'desc')
    .orderBy(sql`case when o.state = 'sent' then o.sent_at end`)
    .orderBy('o.decidedAt', 'desc')
    .limit(100)
    .execute()

export const countSent = async (tx: Tx, cityId: string) => {
  const { sent } = await tx
    .selectFrom('offerProposals')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('cityId', '=', cityId)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return sent
}

export const findProposal = (tx: Tx, cityId: string, id: string): Promise<Proposal | undefined> =>
  proposalsIn(tx, cityId).where('o.id', '=', id).executeTakeFirst()

/** Kept locked until the end, so that it is decided on once. */
export const lockProposal = (tx: Tx, cityId: string, id: string): Promise<Proposal | undefined> =>
  proposalsIn(tx, cityId).where('o.id', '=', id).forNoKeyUpdate('o').executeTakeFirst()

export const lockProposalOfDraft = (tx: Tx, cityId: string, draftId: string): Promise<Proposal | undefined> =>
  proposalsIn(tx, cityId)
    .where('o.draftId', '=', draftId)
    .where('o.state', '=', 'sent')
    .forNoKeyUpdate('o')
    .executeTakeFirst()

type Decision = {
  state?: ProposalState
  reason?: string
  decidedAt?: Temporal.Instant
  offerId?: string
  draftId?: string
  deleteOn?: Temporal.PlainDate
}

export const writeDecision = (tx: Tx, cityId: string, id: string, decision: Decision) =>
  tx.updateTable('offerProposals').set(decision).where('cityId', '=', cityId).where('id', '=', id).execute()

/** From now on the offer is the partner's, who may propose its changes. */
export const giveOffer = (
  tx: Tx,
  whose: CentreRef & { cityId: string; partnerId: string; offerId: string },
) =>
  tx
    .insertInto('partnerOffers')
    .values(whose)
    .onConflict(conflict => conflict.columns(['cityId', 'offerId']).doNothing())
    .execute()

/** Deletes proposals whose day has come, and says whose they were. */
export const deleteProposals = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'offerProposals', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })

const proposalsIn = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('offerProposals as o')
    .innerJoin('networkPartners as p', join =>
      join.onRef('p.cityId', '=', 'o.cityId').onRef('p.id', '=', 'o.partnerId'),
    )
    .leftJoin('offers as f', join => join.onRef('f.cityId', '=', 'o.cityId').onRef('f.id', '=', 'o.offerId'))
    .select(['o.id', 'o.providerId', 'o.centreId', 'o.partnerId', 'o.offerId', 'o.isNew', 'o.answers'])
    .select(['o.note', 'o.language', 'o.state', 'o.reason', 'o.sentAt', 'o.decidedAt', 'o.draftId'])
    .select(['p.name as partnerName', 'f.slug as offerSlug'])
    .$narrowType<{ answers: Answers; language: Language; state: ProposalState }>()
    .where('o.cityId', '=', cityId)
