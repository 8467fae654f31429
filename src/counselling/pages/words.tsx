import type { FormProblems } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording, wordingFor } from '../../platform/wording/wording.ts'
import { type CodeWord, partsOf } from '../code-word.ts'
import type { FreeSlot, SpokenHere } from '../consultation.ts'

/** A code word as one says it in the language of the page. */
export const codeWordIn = (word: CodeWord, { t }: Pick<Wording, 't'>) => {
  const [quality, thing] = partsOf(word)
  return t('counselling.codeWord.pair', {
    quality: t(`counselling.codeWord.quality.${quality}`),
    thing: t(`counselling.codeWord.thing.${thing}`),
  })
}

/** The same in German, for whoever opens the door. */
export const codeWordInGerman = (word: CodeWord) => codeWordIn(word, wordingFor('de', 'UTC'))

export const languagesInWords = (languages: readonly SpokenHere[], { language, list }: Wording) =>
  list(languages.map(spoken => nameOfLanguage(spoken, language)))

/** 9:30–10:00 by the clock of the city. */
export const hoursIn = (
  { startsAt, endsAt }: Pick<FreeSlot, 'startsAt' | 'endsAt'>,
  timeZone: string,
  { hours }: Wording,
) =>
  hours(
    startsAt.toZonedDateTimeISO(timeZone).toPlainTime(),
    endsAt.toZonedDateTimeISO(timeZone).toPlainTime(),
  )

/** Where it is: at the centre, by telephone or online, and the room. */
export const placeInWords = ({ way, place }: Pick<FreeSlot, 'way' | 'place'>, { t }: Wording) => [
  t(`counselling.way.${way}`),
  place,
]

/** Facts of one line, each in the direction of its own script; what is empty is left out. */
export const InOneLine = ({ facts }: { facts: readonly (string | undefined)[] }) => (
  <>
    {facts
      .filter(fact => fact)
      .map((fact, index) => (
        <>
          {index > 0 && ' · '}
          <bdi>{fact}</bdi>
        </>
      ))}
  </>
)

/** What is wrong with which field, in the reader's language. */
export const sentencesFor = (problems: FormProblems, { t }: Wording): Said =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [
      // One of a list is shown at the list.
      field.split('.')[0] ?? field,
      t(`counselling.problem.${codes.find(known => known === code) ?? 'required'}`),
    ]),
  )
export type Said = Readonly<Record<string, string>>

const codes = [
  ...(['required', 'too-long', 'contact', 'too-often', 'stale', 'link', 'minutes', 'too-short'] as const),
  ...(['last', 'overlaps', 'taken', 'over'] as const),
]
