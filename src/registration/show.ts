import type { CentreRef, Context } from '../identity/index.ts'
import type { JointActivity, JointDate, ThingAt } from '../joint-activities/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound, orNotFound, requireThat } from '../platform/refusals.ts'
import {
  codeOf,
  hashOfKey,
  hashOfLink,
  isLink,
  isTypedCode,
  newSecret,
  saltedKeysOf,
} from '../platform/web/keys.ts'
import { isInvited } from './closed-groups/is-invited.ts'
import { jointAt } from './joint.ts'
import { mayChange, mayManagePlaces, mayRegister } from './permissions.ts'
import { inLine } from './places.ts'
import { type Intake, provedUntil, type Registration } from './registration.ts'
import { type CourseDay, listCourseDays } from './store/course-days.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import { findOnlineSession } from './store/online-session.ts'
import * as store from './store/registrations.ts'

/** What a family reads before it registers, and beside its registration. */
export type IntakeView = {
  intake: Intake
  names: households.Names
  /** The dates of a course, which is joined as a whole; none for a single date. */
  days: readonly CourseDay[]
  /** What is needed where families do something together. */
  things: readonly ThingAt[]
  /** Where they meet and how many it takes, as everybody reads it. */
  together: { joint: JointActivity; date: JointDate | undefined } | undefined
}

/** The desk of the centre that has this intake; nobody registers for what is not published. */
export const deskOfIntake = async (visitor: Context, intakeId: string): Promise<CentreRef> =>
  orNotFound(await intakes.findCentre(visitor.db, visitor.city.id, intakeId))

/**
 * The desk and the registration that a personal link opens; nothing if it opens none. Codes open nothing here: they
 * are short enough to be guessed, so they are tried only where trying is counted.
 */
export const deskOfLink = async (context: Context, link: string) => {
  const found = await findDesk(context, link)
  return found?.asksForCode === false ? found : undefined
}

/** Whether a link shows nothing before the code is typed, because somebody else may read along. */
export const asksForCode = async (context: Context, link: string) =>
  (await findDesk(context, link))?.asksForCode === true

const findDesk = async (context: Context, link: string) =>
  isLink(link) ? deskBehind(context, hashOfLink(link), false) : undefined

/** The same for a code, as somebody typed it. */
export const deskOfCode = async (context: Context, code: string) => {
  const found = await deskBehind(context, hashOfKey(code), isTypedCode(code))
  return found?.asksForCode === false ? found : undefined
}

const deskBehind = (context: Context, hash: Buffer, isCode: boolean) =>
  inTransaction(context, tx => households.findDesk(tx, context.city.id, { hash, isCode, now: context.now }))

/** The code of a registration, for whoever holds the link it goes with; later links know of none. */
export const codeBehind = async (desk: Context, link: string, registrationId: string) => {
  const salt = await inTransaction(desk, tx => households.findSalt(tx, desk.city.id, hashOfLink(link)))
  const code = codeOf(link, salt)
  const found = await deskOfCode(desk, code)
  return found?.registrationId === registrationId ? code : undefined
}

/** What is needed to fill in the form; nothing of a closed group for whoever was not invited. */
export const showIntake = (context: Context, intakeId: string, invite?: string) =>
  inTransaction(context, async (tx): Promise<IntakeView> => {
    const intake = orNotFound(await intakes.findIntake(tx, context.city.id, intakeId))
    requireThat(mayRegister(context.actor, intake))
    if (!isInvited(context.actor, intake, invite)) throw new NotFound()
    return {
      intake,
      names: await households.namesFor(tx, context.city.id, { offerId: intake.offerId }, context.language),
      days: await listCourseDays(tx, context.city.id, intakeId),
      ...(await jointAt(tx, context, intake)),
    }
  })

export type RegistrationView = IntakeView & {
  registration: Registration
  /** Where the family stands in line, from 1; null when it does not wait. Never who else waits. */
  position: number | null
}

/** What a family sees of its own registration. */
export const showRegistration = (context: Context, registrationId: string) =>
  inTransaction(context, async (tx): Promise<RegistrationView> => {
    const cityId = context.city.id
    const registration = orNotFound(await store.findRegistration(tx, cityId, registrationId))
    requireThat(mayChange(context.actor, registration))
    const intake = orNotFound(await intakes.findIntake(tx, cityId, registration.intakeId))
    const names = await households.namesFor(tx, cityId, { offerId: registration.offerId }, context.language)
    const together = await jointAt(tx, context, intake, registrationId)
    const days = await listCourseDays(tx, cityId, intake.id)
    const { waiting } = await intakes.readPlaces(tx, cityId, intake.id)
    const place = inLine(waiting, intake.priority).findIndex(({ id }) => id === registrationId)
    return { registration, intake, names, days, ...together, position: place < 0 ? null : place + 1 }
  })

/** On which list a registration stands, also when its offer is not shown any more. */
export const intakeOf = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const registration = orNotFound(await store.findRegistration(tx, context.city.id, registrationId))
    requireThat(mayManagePlaces(context.actor, registration), registration)
    return registration.intakeId
  })

/** The online session that a personal link leads to; where it is held comes out shortly before, for a confirmed place. */
export const onlineSessionBehind = (context: Context, link: string) =>
  inTransaction(context, tx => findOnlineSession(tx, context.city.id, hashOfLink(link), context.now))

/** A family that showed that a registration is hers, such as by its code, gets a link to go on with. */
export const newLinkFor = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const link = newSecret()
    const proved = { provedUntil: provedUntil(context.now) }
    await households.insertLinks(
      tx,
      await whoseIs(tx, context, registrationId),
      registrationId,
      [hashOfLink(link)],
      proved,
    )
    return link
  })

/** The same with a code, for a family that needs one from now on. Both follow from a secret, and the code not from the link. */
export const giveNewKeys = async (tx: Tx, context: Context, registrationId: string, secret = newSecret()) => {
  const keys = { ...saltedKeysOf(secret), provedUntil: provedUntil(context.now) }
  await households.insertKeys(tx, await whoseIs(tx, context, registrationId), registrationId, keys)
  return keys
}

const whoseIs = async (tx: Tx, { city }: Context, registrationId: string) => {
  const { providerId, centreId } = orNotFound(await store.findRegistration(tx, city.id, registrationId))
  return { cityId: city.id, providerId, centreId }
}
