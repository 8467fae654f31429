import type { Notice } from '../platform/push/push-sender.ts'
import { segmentsOf } from '../platform/sms/segments.ts'
import { type Language, wordingFor } from '../platform/wording/wording.ts'
import { type Letter, letterFor } from './letter.ts'
import type { LetterToPrint } from './letters.ts'
import { type MessageFacts, type MessageKind, messageKinds } from './message.ts'
import { noticeFor } from './notice.ts'
import { isToldInPerson } from './notify.ts'
import { shortTextFor } from './short-text.ts'

/** What a family reads of one kind of news, with made-up facts. */
export type Preview = {
  kind: MessageKind
  letter: Pick<Letter, 'subject' | 'paragraphs'>
  sms: string
  /** How many parts of the SMS are paid for. */
  parts: number
  /** What a phone shows besides; nothing of what the family did itself. */
  notice: Pick<Notice, 'title' | 'body'> | undefined
  /** Reads as in German: nobody has translated it. */
  isMissing: boolean
}

type Asking = { language: Language; timeZone: string; site: string; now: Temporal.Instant }

/** Every kind of news in one language; `isNeutral` as for those with whom somebody else may read along. */
export function previewsIn({ language, timeZone, site, now }: Asking, isNeutral: boolean): Preview[] {
  const facts = exampleAt(now)
  const place = { wording: wordingFor(language, timeZone), site, isNeutral }
  const german = { ...place, wording: wordingFor('de', timeZone) }
  return messageKinds.map(kind => {
    const told = factsFor(kind, facts)
    const { subject, paragraphs } = letterFor({ kind, facts: told }, place)
    const sms = shortTextFor({ kind, facts: told }, place)
    const isInGerman =
      subject === letterFor({ kind, facts: told }, german).subject ||
      sms === shortTextFor({ kind, facts: told }, german)
    return {
      ...{ kind, letter: { subject, paragraphs }, sms, parts: segmentsOf(sms) },
      notice: noticeFor({ id: kind, news: { kind, facts: told }, centreName: facts.centreName }, place),
      isMissing: !language.startsWith('de') && isInGerman,
    }
  })
}

/** The same on paper, for those whom nothing else reaches. */
export const lettersIn = (asking: Asking, isNeutral: boolean): LetterToPrint[] => {
  const { language, timeZone, site, now } = asking
  const facts = exampleAt(now)
  const { called, centreName } = facts
  const place = { wording: wordingFor(language, timeZone), site, isNeutral }
  return messageKinds.filter(isToldInPerson).map(kind => ({
    ...{ called, language, isNeutral, centreName },
    letter: letterFor({ kind, facts: factsFor(kind, facts) }, place),
  }))
}

const exampleAt = (now: Temporal.Instant): MessageFacts => ({
  ...{ called: 'Familie Yıldız', offerTitle: 'Krabbelgruppe', centreName: 'KiEZ', place: 'Saal' },
  ...{ startsAt: now.add({ hours: 7 * 24 }).toString(), phone: '0611 0000000' },
  ...{ manageAddress: '/de/my/0123456789012345678901', codeAddress: '/de/my' },
})

const factsFor = (kind: MessageKind, facts: MessageFacts): MessageFacts => ({
  ...facts,
  ...(kind === 'place-offered' && { offeredUntil: facts.startsAt }),
  ...(kind === 'session-cancelled' && { reason: 'illness' as const }),
  ...(kind === 'dates-changed' && { dates: [{ was: facts.startsAt, startsAt: facts.startsAt }] }),
  ...(kind === 'reminder' && { stopAddress: `${facts.manageAddress}/no-reminders` }),
})
