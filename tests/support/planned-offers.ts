import { sql } from 'kysely'
import type { Context } from '../../src/identity/index.ts'
import { finishDraft } from '../../src/planning/drafts/finish-draft.ts'
import { beginChange, beginDraft, keepAnswers, readDraft } from '../../src/planning/drafts/keep-draft.ts'
import { findPlan } from '../../src/planning/offers/store/stored-plan.ts'
import type { Answers } from '../../src/planning/plan/draft.ts'
import { askingSteps } from '../../src/planning/plan/plan-steps.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import type { FormValues } from '../../src/platform/web/form.ts'
import { register } from '../../src/registration/index.ts'
import { aFamily, deskOf } from './families.ts'
import type { aPlan } from './offer-answers.ts'
import type { Town } from './town.ts'

/** What a test types to plan an offer for which children are registered, session by session. */
export const registering = { registration: 'session', counts: 'child', places: '8' }

/** Plans and changes offers as a lead of the KiEZ Westend does, and looks at what is stored. */
export function planningAt(town: Town, lead: Context) {
  async function aDraft(answers: Answers) {
    const id = await beginDraft(lead, town.westend.id)
    for (const step of askingSteps) await keepAnswers(lead, id, step, answers[step] ?? {})
    return id
  }

  async function planned(answers: Answers, { publish = false } = {}) {
    const outcome = await finishDraft(lead, { draftId: await aDraft(answers), publish })
    if (outcome.outcome !== 'planned') throw new Error(`Nothing was planned: ${outcome.outcome}`)
    return outcome
  }

  async function changed(slug: string, typed: Parameters<typeof aPlan>[0] & {}, without: string[] = []) {
    const draftId = await beginChange(lead, slug)
    const { answers } = await readDraft(lead, draftId)
    for (const step of askingSteps) {
      const values = Object.entries({ ...answers[step], ...typed[step] })
      const kept = values.filter(([name]) => !without.some(start => name.startsWith(start)))
      await keepAnswers(lead, draftId, step, Object.fromEntries(kept))
    }
    return finishDraft(lead, { draftId, publish: false })
  }

  /** What was typed in one step of a begun plan, beside what stands there. */
  async function typed(draftId: string, step: (typeof askingSteps)[number], values: FormValues) {
    const { answers } = await readDraft(lead, draftId)
    await keepAnswers(lead, draftId, step, { ...answers[step], ...values })
  }

  /** Completes a plan that was begun elsewhere, and publishes it. */
  async function completed(draftId: string, missing: Answers) {
    const { answers } = await readDraft(lead, draftId)
    for (const step of askingSteps) await typed(draftId, step, { ...missing[step], ...answers[step] })
    return finishDraft(lead, { draftId, publish: true })
  }

  async function joins(slug: string, on: string) {
    const session = (await sessionsOf(slug)).find(({ heldOn }) => heldOn.equals(Temporal.PlainDate.from(on)))
    const outcome = await register(town.contextOf(deskOf(town.westend)), {
      ...aFamily('Yıldız', { bornIn: '2026-05-01' }),
      intakeId: session?.intakeId ?? '',
    })
    if (outcome.outcome !== 'confirmed') throw new Error(`Not registered: ${outcome.outcome}`)
  }

  const asSystem = <Found>(work: Parameters<typeof inTransaction<Found>>[1]) =>
    inTransaction(town.contextOf({ kind: 'system' }), work)

  const stored = (slug: string) =>
    asSystem(tx => tx.selectFrom('offers').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow())

  const planOf = async (slug: string) => {
    const { id } = await stored(slug)
    return asSystem(tx => findPlan(tx, town.city.id, id))
  }

  const countOffers = () =>
    asSystem(async tx => (await tx.selectFrom('offers').select('id').execute()).length)

  const sessionsOf = async (slug: string) => {
    const { id } = await stored(slug)
    return asSystem(tx =>
      tx
        .selectFrom('sessions')
        .leftJoin('intakes', 'intakes.sessionId', 'sessions.id')
        .select(['sessions.id', 'sessions.heldOn', 'intakes.id as intakeId'])
        .where('sessions.offerId', '=', id)
        .orderBy('sessions.startsAt')
        .execute(),
    )
  }
  const datesOf = async (slug: string) => (await sessionsOf(slug)).map(({ heldOn }) => heldOn.toString())

  const textsOf = async (slug: string) => {
    const { id } = await stored(slug)
    return asSystem(tx =>
      tx
        .selectFrom('offerTexts')
        .select(['language', 'title', 'state', 'sourceVersion'])
        .where('offerId', '=', id)
        .orderBy('language')
        .execute(),
    )
  }

  const published = async (slug: string) => {
    const { rows } = await sql`select from published.offers where slug = ${slug}`.execute(town.db)
    return rows.length
  }

  const traces = async (slug: string) => {
    const { id } = await stored(slug)
    const entries = await asSystem(tx =>
      tx
        .selectFrom('auditEntries')
        .select(['action', 'fields'])
        .where('subjectId', '=', id)
        .orderBy('id')
        .execute(),
    )
    return entries.map(({ action, fields }) => [action, ...fields].join(' '))
  }

  return {
    aDraft,
    planned,
    changed,
    typed,
    completed,
    joins,
    stored,
    planOf,
    countOffers,
    sessionsOf,
    datesOf,
    textsOf,
    published,
    traces,
  }
}
