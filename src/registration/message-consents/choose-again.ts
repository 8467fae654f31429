import { type Context, todayIn } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChange } from '../permissions.ts'
import * as store from '../store/message-consents.ts'
import { findRegistration } from '../store/registrations.ts'
import {
  addressOf,
  againTextVersion,
  consentMonths,
  type MessageMedium,
  mediaFor,
} from './message-consent.ts'

/** An offer on a family's page, the ways it may choose, and those it has chosen. */
export type AgainOnPage = store.AgainChoice & { media: readonly MessageMedium[] }

/** What a family may want to be told of, as far as the desk of one centre sees it; nothing where it cannot be told. */
export const readAgain = (context: Context, registrationIds: readonly string[], sendsSms: boolean) =>
  inTransaction(context, async (tx): Promise<AgainOnPage[]> => {
    const choices = await store.listAgainChoices(tx, context, registrationIds)
    const { country } = context.city
    const read = await Promise.all(
      choices.map(async choice => {
        const { household } = await ownRegistration(tx, context, choice.registrationId)
        return { ...choice, media: mediaFor(household, { country, sendsSms }) }
      }),
    )
    return read.filter(({ media, given }) => media.length + given.length > 0)
  })

type Choosing = { medium: MessageMedium; wants: boolean; sendsSms: boolean }

/** A family says yes to one way for one offer, or takes it back: the same tap. */
export const chooseAgain = (
  context: Context,
  registrationId: string,
  { medium, wants, sendsSms }: Choosing,
) =>
  inTransaction(context, async (tx): Promise<{ outcome: 'saved' }> => {
    const { city } = context
    const { household, offerId, providerId, centreId } = await ownRegistration(tx, context, registrationId)
    if (!wants) {
      await store.deleteOwnConsents(tx, city.id, { offerId, householdId: household.id, medium })
      return { outcome: 'saved' }
    }
    const isPossible = mediaFor(household, { country: city.country, sendsSms }).includes(medium)
    const address = orNotFound(isPossible ? addressOf(household.contact, medium) : undefined)
    await store.insertConsent(tx, {
      ...{ cityId: city.id, providerId, centreId, offerId, householdId: household.id },
      ...{ medium, address, called: household.called, language: household.language },
      ...(await givenNow(tx, context, offerId)),
      givenBy: 'family',
    })
    return { outcome: 'saved' }
  })

/** What a yes says of itself: to which words, when, until when, and which dates are known already. */
export const givenNow = async (tx: Tx, context: Context, offerId: string) => {
  const today = todayIn(context)
  const lastOn = await store.lastDateOf(tx, context, offerId)
  return {
    ...{ textVersion: againTextVersion, givenAt: context.now },
    endsOn: today.add({ months: consentMonths }),
    toldUntil: lastOn && Temporal.PlainDate.compare(lastOn, today) > 0 ? lastOn : today,
  }
}

const ownRegistration = async (tx: Tx, context: Context, registrationId: string) => {
  const registration = orNotFound(await findRegistration(tx, context.city.id, registrationId))
  requireThat(mayChange(context.actor, registration))
  return registration
}
