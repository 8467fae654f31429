import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { hashOfKey, hashOfLink } from '../../platform/web/keys.ts'
import type { Registering, RegisterOutcome } from '../joining.ts'
import { register } from '../register.ts'
import type { Intake } from '../registration.ts'
import * as store from '../store/same-page.ts'

const datesShown = 12

/** Other dates of the same offer for which a family may register with the same form; none where one joins a course. */
export const otherDates = async (
  context: Context,
  intake: Pick<Intake, 'id' | 'offerId' | 'sessionId'>,
): Promise<store.OtherDate[]> =>
  intake.sessionId
    ? inTransaction(context, tx =>
        store.listOtherDates(tx, context.city.id, intake, { now: context.now, limit: datesShown }),
      )
    : []

/**
 * Registers a family for several dates, one after the other: each has its own places, its own answer and its own end,
 * and all stand on the family's one page. `isAll` is false where a date gave neither a place nor one in line.
 */
export const registerForAll = async (
  context: Context,
  registering: Registering,
  others: readonly string[],
): Promise<{ first: RegisterOutcome; isAll: boolean }> => {
  const first = await register(context, registering)
  if (!('keys' in first)) return { first, isAll: false }
  let isAll = true
  for (const intakeId of others) {
    const { brings: _, ...asked } = registering
    const outcome = await register(context, { ...asked, intakeId })
    if (!('keys' in outcome)) isAll = false
  }
  return { first, isAll }
}

type Own = { registrationId: string; intakeId: string; link: string }

/** The other dates of the same offer that stand on the family's page, and what it has at the same time. */
export const besidesThis = (context: Context, { registrationId, intakeId, link }: Own) =>
  inTransaction(context, async tx => ({
    sameOffer: await store.listSameOffer(tx, context.city.id, registrationId),
    clashes: await store.listClashes(
      tx,
      context,
      { hash: hashOfLink(link), isCode: false },
      {
        ...{ intakes: [intakeId], seen: [] },
      },
    ),
  }))

/** What a family that shows its code has at the same time as what it asks for, and was not told yet. */
export const clashesOf = (
  context: Context,
  code: string,
  asked: { intakes: readonly string[]; seen: readonly string[] },
) =>
  inTransaction(context, tx => store.listClashes(tx, context, { hash: hashOfKey(code), isCode: true }, asked))

/** How a family that shows its code wants to be reached: what it registers next is told no less safely. */
export const safetyBehind = (context: Context, code: string) =>
  inTransaction(context, tx =>
    store.findSafety(tx, context.city.id, { hash: hashOfKey(code), isCode: true }, context.now),
  )

/** What was just registered stands on the page that the code opens; at another provider it keeps its own. */
export const putOnOwnPage = (context: Context, { link, code }: { link: string; code: string }) =>
  inTransaction(context, tx =>
    store.putPagesTogether(tx, context.city.id, {
      ...{ hash: hashOfLink(link), other: hashOfKey(code), now: context.now },
    }),
  )
