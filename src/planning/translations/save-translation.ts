import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotFound, orNotFound, requireThat } from '../../platform/refusals.ts'
import { lockOffer, writeTexts } from '../offers/store/planned-offers.ts'
import { mayChangeOffer } from '../permissions.ts'
import { isTranslatedTo } from './read-translations.ts'
import * as store from './store.ts'
import { markOf, type Words } from './translation.ts'

type Saving = Words & {
  /** The version of the source that whoever translates had before her eyes. */
  version: number
  /** By which what was begun is known as she saw it; empty where nothing was begun. */
  begunMark: string
  /** Families read it from now on; otherwise it is kept until somebody goes on. */
  shows: boolean
  /** Somebody who knows the language has read what an engine wrote, and found it right. */
  isRead?: boolean
}

/** What nobody changed a word of is still the engine's, however often it is saved, and families are told. */
const isUntouched = (begun: Words, words: Words) =>
  (['title', 'summary', 'body'] as const).every(part => begun[part].trim() === words[part].trim())

export type SaveOutcome = 'shown' | 'kept' | 'source-changed' | 'begun-meanwhile'

type Of = { slug: string; language: string }

/**
 * Keeps a translation, or shows it to families. Not if the source was changed, or somebody else went on with it, while
 * she translated.
 */
export const saveTranslation = (context: Context, { slug, language }: Of, saving: Saving) =>
  inTransaction(context, async (tx): Promise<{ outcome: SaveOutcome }> => {
    const { city, now } = context
    const offer = orNotFound(await lockOffer(tx, city.id, slug))
    requireThat(mayChangeOffer(context.actor, offer))
    if (!isTranslatedTo(language, offer.sourceLanguage, city.languages)) throw new NotFound()
    const { version, begunMark, shows, isRead = false, ...words } = saving
    const at = { cityId: city.id, offerId: offer.id }
    if (shows && version !== offer.textVersion) return { outcome: 'source-changed' }

    const begun = await store.findBegun(tx, at, language)
    if (markOf(begun) !== begunMark) return { outcome: 'begun-meanwhile' }
    const before = begun ?? (await store.findText(tx, at, language))
    const isByMachine = !isRead && before?.isByMachine === true && isUntouched(before, words)
    if (shows) {
      await writeTexts(tx, at, { [language]: words }, { source: offer.sourceLanguage, version, isByMachine })
      await store.dropBegun(tx, at, language)
      await store.touchOffer(tx, at, now)
    } else
      await store.keepBegun(tx, at, { ...words, language, isByMachine, sourceVersion: version, keptAt: now })
    await record(tx, context, {
      ...{ action: shows ? 'translation.shown' : 'translation.kept', providerId: offer.providerId },
      ...{ subjectId: offer.id, fields: [language] },
    })
    return { outcome: shows ? 'shown' : 'kept' }
  })
