import { createHash } from 'node:crypto'
import type { CentreRef } from '../identity/index.ts'
import type { Answers } from '../planning/index.ts'
import type { Language } from '../platform/wording/wording.ts'

/** The partner that holds a link: it works with one centre, and sees what it has proposed there itself. */
export type Partner = CentreRef & { partnerId: string; name: string; expiresOn: Temporal.PlainDate }

export type ProposalState = 'sent' | 'sent-back' | 'approved'

/** What a partner sees of its own proposals. */
export type OwnProposal = {
  id: string
  /** The offer it changes, or has become; null for a new one that is not decided on. */
  offerId: string | null
  isNew: boolean
  answers: Answers
  note: string
  state: ProposalState
  /** Why it was sent back; empty otherwise. */
  reason: string
  sentAt: Temporal.Instant
  decidedAt: Temporal.Instant | null
}

/** The same with whose it is, for the lead who decides. */
export type Proposal = OwnProposal &
  CentreRef & {
    partnerId: string
    partnerName: string
    language: Language
    draftId: string | null
    /** Of the offer it changes, or has become. */
    offerSlug: string | null
  }

/** A link is made anew each year, so that somebody looks whether the partner is still one. */
export const linkEndsOn = (today: Temporal.PlainDate) => today.add({ years: 1 })

/** A proposal that nobody decides on is given up after a year; a decided one is kept half a year to look it up. */
export const undecidedEndsOn = (today: Temporal.PlainDate) => today.add({ years: 1 })
export const decidedEndsOn = (today: Temporal.PlainDate) => today.add({ months: 6 })

/** Tells one version of what is proposed from every other. */
export const versionOf = ({ answers }: Pick<OwnProposal, 'answers'>) =>
  createHash('sha256').update(JSON.stringify(answers)).digest('base64url')

/** What it is called in the first language it was written in; empty while nobody named it. */
export const titleOf = ({ answers }: Pick<OwnProposal, 'answers'>) => {
  const title = answers.what?.['texts.de.title']
  return typeof title === 'string' ? title : ''
}
