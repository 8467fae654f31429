import type { Context } from '../../identity/index.ts'
import { type Contact, type Message, notify } from '../../outreach/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { hashOfLink, newSecret } from '../../platform/web/keys.ts'
import { isLanguage, type Language, wordingFor } from '../../platform/wording/wording.ts'
import { managedOffer } from '../managed-offer.ts'
import { paths } from '../paths.ts'
import { namesFor } from '../store/households.ts'
import * as store from '../store/message-consents.ts'
import type { ManagedOffer } from '../store/offers.ts'
import { givenNow } from './choose-again.ts'
import type { MessageMedium } from './message-consent.ts'

/** Who wants to know when an offer starts again, and who of them was not told of its dates yet. */
export const readWhoWantsToKnow = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await managedOffer(tx, context, slug)
    const all = await store.listWhoWantsToKnow(tx, context, offer.id)
    return { offer, all, due: all.filter(({ isDue }) => isDue) }
  })

/** How many could be told now; nothing where one just comes. */
export const countToTell = (context: Context, offerId: string) =>
  inTransaction(context, async tx => {
    const all = await store.listWhoWantsToKnow(tx, context, offerId)
    return all.filter(({ isDue }) => isDue).length
  })

/**
 * Tells everybody who wanted to know and was not told of these dates, each by the way that was chosen, and nobody twice.
 * Who wants to be called stays on the list until somebody has called.
 */
export const tellAgain = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await managedOffer(tx, context, slug)
    const toldUntil = await store.lastDateOf(tx, context, offer.id)
    const wanting = await store.listWhoWantsToKnow(tx, context, offer.id, { lock: true })
    const told = wanting.filter(({ isDue, medium }) => isDue && medium !== 'call')
    if (!toldUntil || told.length === 0) return { outcome: 'nobody' as const }
    for (const consent of told) {
      const stop = newSecret()
      const mark = { id: consent.id, offerId: offer.id, toldUntil }
      await store.markTold(tx, context.city.id, { ...mark, stop: hashOfLink(stop) })
      await notify(tx, context, await messageTo(tx, context, { offer, consent, stop }))
    }
    const { providerId } = offer
    await record(tx, context, {
      ...{ action: 'offer.again-told', providerId, subjectId: offer.id, amount: told.length },
    })
    return { outcome: 'told' as const }
  })

/** Somebody has called: of these dates they know. */
export const markCalled = (context: Context, slug: string, id: string) =>
  inTransaction(context, async tx => {
    const offer = await managedOffer(tx, context, slug)
    const [consent] = await store.listWhoWantsToKnow(tx, context, offer.id, { lock: true, id })
    const toldUntil = await store.lastDateOf(tx, context, offer.id)
    if (!orNotFound(consent).isDue || !toldUntil) return { outcome: 'nobody' as const }
    await store.markTold(tx, context.city.id, { id, offerId: offer.id, toldUntil })
    const { providerId } = offer
    await record(tx, context, { action: 'offer.again-told', providerId, subjectId: offer.id, amount: 1 })
    return { outcome: 'told' as const }
  })

export type AskedAtDesk = {
  called: string
  language: Language
  medium: MessageMedium
  address: string
}

/** Somebody said yes at the desk or on the telephone, after the words were read out. */
export const addAtDesk = (context: Context, slug: string, asked: AskedAtDesk) =>
  inTransaction(context, async tx => {
    const { id: offerId, providerId, centreId } = await managedOffer(tx, context, slug)
    await store.insertConsent(tx, {
      ...{ cityId: context.city.id, providerId, centreId, offerId, householdId: null },
      ...{ ...asked, ...(await givenNow(tx, context, offerId)), givenBy: 'staff' },
    })
    await record(tx, context, { action: 'message-consent.given', providerId, subjectId: offerId })
    return { outcome: 'added' as const }
  })

/** Somebody took a yes back at the desk: as easily as it was given. */
export const withdrawAtDesk = (context: Context, slug: string, id: string) =>
  inTransaction(context, async tx => {
    const { id: offerId, providerId } = await managedOffer(tx, context, slug)
    const [consent] = await store.listWhoWantsToKnow(tx, context, offerId, { id })
    await store.deleteConsent(tx, context.city.id, orNotFound(consent).id)
    await record(tx, context, { action: 'message-consent.withdrawn', providerId, subjectId: offerId })
    return { outcome: 'withdrawn' as const }
  })

type Telling = { offer: ManagedOffer; consent: store.WhoWantsToKnow; stop: string }

/** An SMS has no greeting: each of its parts is paid for. */
const messageTo = async (tx: Tx, context: Context, { offer, consent, stop }: Telling): Promise<Message> => {
  const { city } = context
  const language = isLanguage(consent.language) ? consent.language : 'de'
  const { t } = wordingFor(language, city.timeZone)
  const { title, centre } = await namesFor(tx, city.id, { offerId: offer.id }, language)
  const stopAddress = paths.endAgain(language, stop)
  const subject = t('registration.again.subject', { offer: title })
  const said = [
    { words: t('outreach.manage.look'), address: paths.offer(language, offer.slug) },
    { words: t('registration.again.stop'), address: stopAddress },
  ]
  const isMail = consent.medium === 'email'
  return {
    ...{ kind: 'letter', providerId: offer.providerId, centreId: offer.centreId, language },
    contact: contactOf(consent),
    facts: {
      ...{ subject, stopAddress, called: consent.called, consentId: consent.id },
      paragraphs: isMail
        ? [
            { words: t('outreach.greeting', { called: consent.called }) },
            { words: t('registration.again.body', { offer: title }) },
            ...said,
            { words: `${t('outreach.closing')}\n${centre}` },
          ]
        : [{ words: subject }, ...said],
    },
  }
}

const contactOf = ({ medium, address }: store.WhoWantsToKnow): Contact =>
  medium === 'email' ? { kind: 'email', email: address } : { kind: 'phone', phone: address }
