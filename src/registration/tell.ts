import type { Context } from '../identity/index.ts'
import { type MessageFacts, type MessageKind, notify } from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { hashOfKey, type Keys, newLink } from './link.ts'
import { paths } from './paths.ts'
import type { Intake, Registration } from './registration.ts'
import * as households from './store/households.ts'

type News = Pick<MessageFacts, 'reason' | 'note'> & {
  keys?: Partial<Keys>
  /** How the offer and the centre are called, where that was read before. */
  names?: households.Names | undefined
}

/**
 * Tells the family of a registration the news, in its language. Links are kept as hashes only, so every message
 * brings a link of its own; the earlier ones go on working.
 */
export const tell = async (
  tx: Tx,
  context: Context,
  kind: MessageKind,
  registration: Registration,
  intake: Intake,
  { keys, names: known, ...news }: News = {},
) => {
  const { household, providerId, centreId } = registration
  if (household.contact.kind === 'none') return
  const whose = { cityId: context.city.id, providerId, centreId }
  const link = keys?.link ?? newLink()
  if (!keys?.link) await households.insertLinks(tx, whose, registration.id, [hashOfKey(link)])
  const names = known ?? (await households.namesFor(tx, context.city.id, registration, household.language))
  await notify(tx, context, {
    ...{ kind, providerId, centreId, registrationId: registration.id },
    language: household.language,
    contact: household.contact,
    facts: {
      ...news,
      ...{ called: household.called, offerTitle: names.title, centreName: names.centre, place: intake.place },
      startsAt: intake.startsAt.toString(),
      manageAddress: paths.manage(household.language, link),
      ...(keys?.code && { code: keys.code }),
      ...(registration.offeredUntil && { offeredUntil: registration.offeredUntil.toString() }),
    },
  })
}
