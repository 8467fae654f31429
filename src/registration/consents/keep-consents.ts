import { type Context, todayIn } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChange } from '../permissions.ts'
import type { Registration } from '../registration.ts'
import * as store from '../store/consents.ts'
import { findRegistration, lockRegistration } from '../store/registrations.ts'
import { type Medium, whatIsMissing } from './photo-consent.ts'

/** Whether a family with a place has told what it needs, and whom it lets be pictured. */
export const readConsents = (context: Context, registrationId: string) =>
  withPlace(context, registrationId, (tx, registration) => readOwn(tx, context, registration))

const readOwn = async (tx: Tx, { city }: Context, { id, household }: Registration) => {
  const { isNeedsKept, photos, children } = await store.findConsents(tx, city.id, id)
  const of = (childId: string | null) => photos.filter(photo => photo.childId === childId)
  const pictured = (person: { childId: string | null; name: string; bornIn: Temporal.PlainDate | null }) => ({
    ...{ ...person, media: of(person.childId).map(({ medium }) => medium) },
    childAgreed: of(person.childId).some(({ childAgreed }) => childAgreed),
  })
  const people = [
    ...children.map(({ id: childId, firstName: name, bornIn }) => pictured({ childId, name, bornIn })),
    pictured({ childId: null, name: household.called, bornIn: null }),
  ]
  return { isNeedsKept, people }
}

type Needs = { words: string; withAssistant: boolean; agrees: boolean; takeBack?: boolean }

/**
 * Words are kept only with an explicit yes (Art. 9 DSGVO): they may tell of health. They are shown to nobody who has
 * only a link, so an empty field says nothing about those that are kept; a button of its own takes them back.
 */
export const keepNeeds = (
  context: Context,
  registrationId: string,
  { words, agrees, withAssistant, takeBack = false }: Needs,
) =>
  withLockedPlace(context, registrationId, async (tx, registration) => {
    const kept = words && !takeBack ? { words, withAssistant } : null
    if (kept && !agrees) return { outcome: 'not-agreed' as const }
    const isKept = await store.hasNeeds(tx, context.city.id, registrationId)
    if (isKept && !kept && !takeBack) return { outcome: 'nothing-said' as const }
    await store.replaceNeeds(tx, context.city.id, registration, { needs: kept, now: context.now })
    return { outcome: kept ? ('kept' as const) : ('taken-back' as const) }
  })

export type TypedPhotos = {
  /** By the id of the child; under '' for the adults. */
  media: ReadonlyMap<string, readonly Medium[]>
  agreeing: ReadonlySet<string>
  allHaveAgreed: boolean
}

/** Replaces what was allowed before: taking a tick away is all it takes to take a consent back. */
export const keepPhotos = (context: Context, registrationId: string, typed: TypedPhotos) =>
  withLockedPlace(context, registrationId, async (tx, registration) => {
    const people = (await readOwn(tx, context, registration)).people.map(person => ({
      ...person,
      media: typed.media.get(person.childId ?? '') ?? [],
      childAgreed: typed.agreeing.has(person.childId ?? ''),
    }))
    const { allHaveAgreed } = typed
    const missing = whatIsMissing(people, { allHaveAgreed, today: todayIn(context) })
    if (Object.keys(missing).length > 0) return { outcome: 'incomplete' as const, missing, people }
    await store.replacePhotos(tx, context.city.id, registration, { people, ...context })
    return {
      outcome: people.some(({ media }) => media.length > 0) ? ('kept' as const) : ('taken-back' as const),
    }
  })

/** Nobody is asked before there is a place: who waits owes no answer. */
export const withPlace = <Outcome>(
  context: Context,
  registrationId: string,
  work: (tx: Tx, registration: Registration) => Promise<Outcome>,
) => inTransaction(context, tx => atPlace(tx, context, registrationId, work))

/** The same for whoever replaces what was said, so that two who press at once do it one after the other. */
export const withLockedPlace: typeof withPlace = (context, registrationId, work) =>
  inTransaction(context, async tx => {
    await lockRegistration(tx, context.city.id, registrationId)
    return atPlace(tx, context, registrationId, work)
  })

const atPlace = async <Outcome>(
  tx: Tx,
  context: Context,
  registrationId: string,
  work: (tx: Tx, registration: Registration) => Promise<Outcome>,
) => {
  const registration = orNotFound(await findRegistration(tx, context.city.id, registrationId))
  requireThat(mayChange(context.actor, registration))
  if (registration.state !== 'confirmed') return orNotFound<Outcome>(undefined)
  return work(tx, registration)
}
