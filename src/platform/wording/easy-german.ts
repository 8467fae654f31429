/**
 * What a text in Leichte Sprache must not have (BITV 2.0, annex 2, part 2, numbers 1, 4, 5, 6 and 10), as far as a
 * program can see it. A finding is a hint: words have more forms than rules, and who writes decides.
 */
export const easyRules = [
  ...(['abbreviation', 'negation', 'conjunctive', 'passive', 'genitive'] as const),
  ...(['long-sentence', 'several-sentences', 'long-word', 'special-character'] as const),
] as const
export type EasyRule = (typeof easyRules)[number]

/** What was found: which rule, in which line from 1 on, and the words. */
export type EasyFinding = { rule: EasyRule; line: number; words: string }

export const findingsIn = (text: string): EasyFinding[] =>
  text.split('\n').flatMap((written, index) => findingsInLine(written.trim(), index + 1))

/**
 * The same words with each sentence in a line of its own (number 10). For sentences with gaps: what is filled in later
 * keeps its lines.
 */
export const lineByLine = (template: string) => template.replace(endOfSentence, '\n')

const findingsInLine = (written: string, line: number): EasyFinding[] => {
  if (written === '') return []
  const sentences = sentencesIn(written)
  const found = (rule: EasyRule, pattern: RegExp) =>
    [...written.matchAll(pattern)].map(([words]) => ({ rule, line, words: words.trim() }))
  return [
    ...found('abbreviation', abbreviations),
    ...found('abbreviation', capitals).filter(({ words }) => !knownCapitals.has(words)),
    ...found('negation', negations),
    ...found('conjunctive', conjunctives),
    ...sentences.filter(isPassive).map(words => ({ rule: 'passive' as const, line, words })),
    ...found('genitive', genitives),
    ...sentences
      .filter(sentence => wordsIn(sentence).length > mostWords)
      .map(words => ({ rule: 'long-sentence' as const, line, words })),
    ...(sentences.length > 1 ? [{ rule: 'several-sentences' as const, line, words: written }] : []),
    ...wordsIn(written)
      .filter(word => word.length > longestWord && !/[-·\d@./]/.test(word))
      .map(words => ({ rule: 'long-word' as const, line, words })),
    ...found('special-character', specialCharacters),
  ]
}

/** A sentence of more words has more than one thought. */
const mostWords = 12
/** Longer ones are mostly put together, and are read with a hyphen: Eltern-Beratung. */
const longestWord = 14

const abbreviations =
  /(?<![\p{L}\d])(?:z\. ?B\.|u\. ?a\.|d\. ?h\.|o\. ?ä\.|bzw\.|ca\.|usw\.|etc\.|inkl\.|max\.|min\.|Nr\.|Tel\.|Str\.|evtl\.|ggf\.|vgl\.|Std\.|Mo\.|Di\.|Mi\.|Do\.|Fr\.|Sa\.|So\.|Jan\.|Feb\.|Aug\.|Sept?\.|Okt\.|Nov\.|Dez\.)/gu
const capitals = /(?<![\p{L}-])\p{Lu}{2,}(?![\p{L}-])/gu
/** Said as a word of its own by everybody. */
const knownCapitals = new Set(['SMS', 'PDF', 'QR', 'OK'])

const word = (forms: string) => new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, 'giu')
const negations = word('nicht|nichts|nie|niemals|niemand\\p{L}*|nirgends|kein\\p{L}*|ohne|weder')
const conjunctives = word('(?:wär|würd|hätt|könnt|müsst|dürft|bräucht|käm|gäb)(?:e|en|est|et|st|t)|sei|seien')
const genitives = word(
  '(?:des|eines|meines|deines|seines|ihres|unseres|eures|dieses|jedes)\\s+(?:\\p{Ll}+en\\s+)?\\p{Lu}\\p{L}+e?s(?!-)|wegen|trotz|aufgrund|während|mithilfe|innerhalb|außerhalb',
)
const specialCharacters = /[()[\]{}&%§*_<>|#]|\s\/\s|…/gu

/** "wird gebracht", but not "wird kommen": a form of werden, and a word that ends a passive. */
const isPassive = (sentence: string) => becoming.test(sentence) && participle.test(sentence)
const becoming = /(?<!\p{L})(?:wird|werden|werdet|wirst|wurden?|wurdet|worden)(?!\p{L})/iu
const participle =
  /(?<!\p{L})(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss)\p{Ll}{2,}t|\p{Ll}{2,}iert|(?:vergeben|bekommen|vergessen|verboten|entschieden|übernommen|angenommen|erhalten|empfangen))(?!\p{L})/u

/** The stop of an abbreviation, a day or an hour ends no sentence. */
const endOfSentence = /(?<=\p{L}{2,}[.!?]|[)“"»][.!?]|\d[!?]|\}\}[.!?])[ \t]+(?=[\p{Lu}\d„"»{])/gu

const sentencesIn = (written: string) =>
  written
    .split(endOfSentence)
    .map(sentence => sentence.trim())
    .filter(sentence => /\p{L}/u.test(sentence))

const wordsIn = (sentence: string) => sentence.match(/[\p{L}\d@][\p{L}\d@./:·-]*[\p{L}\d]|[\p{L}\d]/gu) ?? []
