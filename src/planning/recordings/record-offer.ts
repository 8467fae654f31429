import { type Context, todayIn } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { findStaffOffer } from '../offers/store/staff-offers.ts'
import { mayChangeOffer } from '../permissions.ts'
import { mostOfACentre, recordingFrom, type Unfit } from './recording.ts'
import * as store from './store.ts'

export type RecordOutcome = { outcome: 'recorded' } | { outcome: 'unfit'; why: Unfit | 'centre-is-full' }

/** The texts of an offer with what was spoken of them. */
export const readRecordings = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = await offerOf(tx, context, slug)
    return { offer, texts: await store.listSpokenTexts(tx, context.city.id, offer.id) }
  })

/** Keeps what the lead spoke of an offer in one language, in place of what was there. */
export const recordOffer = (
  context: Context,
  slug: string,
  { language, sent }: { language: string; sent: Uint8Array },
) =>
  inTransaction(context, async (tx): Promise<RecordOutcome> => {
    const { id: offerId, providerId, centreId } = await offerOf(tx, context, slug)
    const recording = recordingFrom(sent)
    if ('unfit' in recording) return { outcome: 'unfit', why: recording.unfit }

    const cityId = context.city.id
    const at = { cityId, providerId, centreId }
    const which = { cityId, offerId, language }
    await store.lockRecordingsOf(tx, at)
    const others = await store.sizeOfOthers(tx, at, which)
    if (others + recording.bytes.length > mostOfACentre) return { outcome: 'unfit', why: 'centre-is-full' }

    const spoken = { ...recording, recordedOn: todayIn(context) }
    orNotFound((await store.putRecording(tx, at, which, spoken)) || undefined)
    await record(tx, context, {
      action: 'recording.made',
      providerId,
      subjectId: offerId,
      fields: [language],
    })
    return { outcome: 'recorded' }
  })

/** Takes a recording away; the words stay, and the voice of the telephone reads them again. */
export const takeRecordingDown = (context: Context, slug: string, language: string) =>
  inTransaction(context, async tx => {
    const { id: offerId, providerId } = await offerOf(tx, context, slug)
    if (await store.dropRecording(tx, { cityId: context.city.id, offerId, language }))
      await record(tx, context, {
        ...{ action: 'recording.taken-down', providerId, subjectId: offerId },
        fields: [language],
      })
  })

const offerOf = async (tx: Tx, context: Context, slug: string) => {
  const offer = orNotFound(await findStaffOffer(tx, context, slug))
  requireThat(mayChangeOffer(context.actor, offer))
  return offer
}
