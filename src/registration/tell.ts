import type { Context } from '../identity/index.ts'
import {
  isToldInPerson,
  type Message,
  type MessageFacts,
  type MessageKind,
  notify,
} from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { hashOfKey, type Keys, newSecret } from '../platform/web/keys.ts'
import { paths } from './paths.ts'
import type { Intake, Registration } from './registration.ts'
import * as households from './store/households.ts'

type News = Pick<MessageFacts, 'reason' | 'note' | 'leftTheLine' | 'dates'>

/**
 * Tells the family of a registration the news, in its language. Links are kept as hashes only, so every message
 * brings a link of its own; the earlier ones go on working. One for whom somebody else may read along brings none.
 */
export const tell = async (
  tx: Tx,
  context: Context,
  kind: MessageKind,
  registration: Registration,
  intake: Intake,
  news: News = {},
) => {
  const { household } = registration
  if (household.isLocked || (household.contact.kind === 'none' && !isToldInPerson(kind))) return
  const link = household.contact.neutral ? '' : await newLinkTo(tx, context, registration)
  const names = await households.namesFor(tx, context.city.id, registration, household.language)
  await notify(tx, context, messageFor(kind, registration, intake, { names, keys: { link }, news }))
}

export const newLinkTo = async (
  tx: Tx,
  { city }: Context,
  { id, providerId, centreId }: Pick<Registration, 'id' | 'providerId' | 'centreId'>,
) => {
  const link = newSecret()
  await households.insertLinks(tx, { cityId: city.id, providerId, centreId }, id, [hashOfKey(link)])
  return link
}

/** What a letter tells: of which date, and what is new. */
export type ToTell = { at: Pick<Intake, 'place' | 'isElsewhere' | 'startsAt' | 'ends'>; news: News }

type Telling = { names: households.Names; keys: Pick<Keys, 'link'> & Partial<Keys>; news?: News }

/** What is said to the family of a registration, with the link (and code) that open it. */
export const messageFor = (
  kind: MessageKind,
  { id, household, providerId, centreId, offeredUntil, state }: Registration,
  { place, isElsewhere, startsAt, ends }: ToTell['at'],
  { names, keys, news = {} }: Telling,
): Message => ({
  ...{ kind, providerId, centreId, registrationId: id },
  ...{ language: household.language, contact: household.contact },
  facts: {
    ...news,
    ...{ called: household.called, offerTitle: names.title, centreName: names.centre, place },
    ...whereabouts(names, isElsewhere),
    ...{ phone: names.centrePhone, startsAt: startsAt.toString() },
    ...(ends && { ends: ends.toString() }),
    ...(state === 'confirmed' && { holdsPlace: true }),
    codeAddress: paths.findByCode(household.language),
    ...(!household.contact.neutral && opening(kind, household.language, keys)),
    ...(offeredUntil && { offeredUntil: offeredUntil.toString() }),
  },
})

/** What opens the registration, or changes something by one click. */
const opening = (kind: MessageKind, language: string, { link, code }: Telling['keys']) => ({
  manageAddress: paths.manage(language, link),
  ...(kind === 'reminder' && { stopAddress: paths.noReminders(language, link) }),
  ...(code && { code }),
})

const whereabouts = ({ way, street }: households.Names, isElsewhere: boolean) => {
  if (way !== 'on-site') return { notAtCentre: way }
  return isElsewhere ? { notAtCentre: 'elsewhere' as const } : { street }
}
