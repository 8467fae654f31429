import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { agesInWords, type Entry, priceInWords } from '../../programme/index.ts'

type Facts = Pick<
  Entry,
  | 'place'
  | 'ages'
  | 'audience'
  | 'isFromPregnancy'
  | 'way'
  | 'languages'
  | 'priceCents'
  | 'pricePer'
  | 'registration'
>

/** What a family must know of an entry, in a few words each; what goes without saying is left out. */
export const entryFacts = (entry: Facts, wording: Wording): string[] => {
  const { t } = wording
  return [
    entry.priceCents > 0 && priceInWords(entry, wording),
    entry.registration !== 'none' && t('programme.joining.open'),
    entry.way === 'on-site' ? entry.place : t(`programme.way.${entry.way}`),
    ...forWhom(entry, wording),
    entry.languages.join() !== 'de' && languagesInWords(entry.languages),
  ].filter(fact => typeof fact === 'string' && fact !== '') as string[]
}

/** For whom it is, where it is not for all. */
export const forWhom = (
  { audience, ages, isFromPregnancy }: Pick<Facts, 'audience' | 'ages' | 'isFromPregnancy'>,
  wording: Wording,
): string[] => {
  const { t } = wording
  return [
    ...(audience === 'everyone' ? [] : [t(`programme.audience.${audience}`)]),
    ...(isFromPregnancy ? [t('programme.age.fromPregnancy')] : []),
    ...((ages.from ?? 0) === 0 && ages.until === null ? [] : [agesInWords(ages, wording)]),
  ]
}

/** Languages as their speakers call them, each in its own direction (Unicode first strong isolate). */
export const languagesInWords = (codes: readonly string[]) =>
  codes.map(code => `\u2068${nameOfLanguage(code)}\u2069`).join(', ')
