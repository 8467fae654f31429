import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed, orNotFound, requireThat } from '../platform/refusals.ts'
import type { SeenCertificate } from './care.ts'
import { mayDecideCare } from './permissions.ts'
import * as store from './store.ts'

export type NoteOutcome = { outcome: 'noted' | 'in-future' }

/** Notes that one has looked at a certificate of good conduct; a newer one takes the place of the older. */
export const noteCertificate = (
  context: Context,
  slug: string,
  certificate: Omit<SeenCertificate, 'id'>,
): Promise<NoteOutcome> =>
  inTransaction(context, async tx => {
    const { actor, city } = context
    const offer = orNotFound(await store.findOffer(tx, context, slug))
    requireThat(mayDecideCare(actor, offer))
    if (actor.kind !== 'staff') throw new NotAllowed()
    if (Temporal.PlainDate.compare(certificate.seenOn, todayIn(context)) > 0) return { outcome: 'in-future' }
    await store.putCertificate(tx, city.id, offer, { ...certificate, seenBy: actor.accountId })
    await record(tx, context, {
      ...{ action: 'certificate.seen', providerId: offer.providerId, subjectId: offer.id },
    })
    return { outcome: 'noted' }
  })

/** Forgets at once somebody who does not care for the children any more. */
export const forgetCertificate = (context: Context, slug: string, id: string) =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await store.findOffer(tx, context, slug))
    requireThat(mayDecideCare(context.actor, offer))
    if (!(await store.deleteCertificate(tx, context.city.id, offer.id, id))) return
    await record(tx, context, {
      ...{ action: 'certificate.taken-out', providerId: offer.providerId, subjectId: offer.id },
    })
  })
