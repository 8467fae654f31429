/**
 * The age of a child among words that were typed, as an address says it (`2y`, `18m`, `1-3`; see `readAge`), and the
 * words that are left. Undefined where none is said, or one that no child has.
 */
export const ageIn = (typed: string): { age: string; left: string } | undefined => {
  for (const { pattern, ageOf } of ways) {
    const match = pattern.exec(typed)
    const age = match && ageOf(match.slice(1).map(countOf))
    if (age) return { age, left: typed.replace(match[0], ' ').replace(/\s+/g, ' ').trim() }
  }
  return undefined
}

/** What is counted, in every language that families read here, as it is written in titles and on telephones. */
const years = [
  'jahre?n?|jährig\\p{L}*|jaehrig\\p{L}*|j|years?|yrs?|yo|y',
  'ya[sş](?:[ıi]nda\\p{L}*)?|سنوات|سنين|سنة|أعوام|اعوام|عام|рок[иу]|років|рік|р|год[аы]?|лет|г|lata|lat|latek|rok|roku|roczn\\p{L}*|letni\\p{L}*',
  'ani|ani[sș]ori|an|години|година|سال|ساله|ዓመ\\p{L}*|ans?',
].join('|')
const months = [
  'monate?n?|monatig\\p{L}*|mon|months?|m|ay|ayl[iı]k|أشهر|اشهر|شهور|شهر|شهرا|місяц\\p{L}*|міс|месяц\\p{L}*|мес|месец\\p{L}*',
  'miesi\\p{L}*|lun[iăa]\\p{L}*|ماه|ماهه|ماهگی|ወርሒ|ኣዋርሕ|mois',
].join('|')

/** One to six in words; above, everybody types digits. */
const inWords = [
  'eine?[mnrs]?|one|bir|واحدة|один|одного|одного|jeden|roczek|un|o|една|една|един|یک|ሓደ|une',
  'zwei|two|iki|два|две|дві|двох|двух|dwa|dwu|dwie|doi|două|doua|دو|ክልተ|deux',
  'drei|three|üç|ثلاث|ثلاثة|три|трьох|трех|трёх|trzy|trzech|trei|سه|ሰለስተ|trois',
  'vier|four|dört|أربع|اربع|أربعة|чотири|четыре|четырех|четырёх|cztery|patru|четири|چهار|ኣርባዕተ|quatre',
  'fünf|five|beş|خمس|خمسة|п’ять|пять|пяти|pięć|cinci|пет|پنج|ሓሙሽተ|cinq',
  'sechs|six|altı|ست|ستة|шість|шесть|шести|sześć|șase|шест|شش|ሽዱሽተ',
].map(words => words.split('|'))

/** Arabic has a word for two years and one for two months. */
const twoYears = 'سنتين|سنتان|عامين'
const twoMonths = 'شهرين|شهران'

const countOf = (said = ''): number => {
  const inDigits = said.replace(/\p{Nd}/gu, digit => String(digitOf(digit)))
  if (/^\d+$/.test(inDigits)) return Number(inDigits)
  return inWords.findIndex(words => words.includes(said.toLowerCase())) + 1
}

/** Arabic and Persian digits, of which each row begins with its nought. */
const digitOf = (digit: string) => {
  const code = digit.codePointAt(0) ?? 0
  return code >= 0x6f0 ? code - 0x6f0 : code >= 0x660 ? code - 0x660 : code - 0x30
}

const count = `([0-9٠-٩۰-۹]{1,2}|${inWords.flat().join('|')})`
const before =
  '(?:(?:ab|mit|für|von|im Alter von|age|aged|for|de|à|od|dla|від|для|от|за|с|на|عمره|عمرها|عمر|لعمر|من|برای|ንናይ) )?'
const after = '(?:[ -](?:alt|old|of age))?'

const saying = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}][-–]?)${before}${words}${after}(?![\\p{L}\\p{N}])\\.?`, 'iu')

/** No child is older; and in months nobody counts longer than four years. */
const isOfChild = { years: (age = 0) => age >= 1 && age < 18, months: (age = 0) => age >= 1 && age <= 48 }

const ways: { pattern: RegExp; ageOf: (counts: readonly number[]) => string | undefined }[] = [
  {
    pattern: saying(`${count} ?(?:-|–|bis|to|до|do|à|تا|إلى) ?${count}[ -]?(?:${years})`),
    ageOf: ([from = 0, until = 0]) =>
      isOfChild.years(until) && from < until ? `${from}-${until}` : undefined,
  },
  {
    pattern: saying(`${count}[ -]?(?:${years})`),
    ageOf: ([age]) => (isOfChild.years(age) ? `${age}y` : undefined),
  },
  {
    pattern: saying(`${count}[ -]?(?:${months})`),
    ageOf: ([age]) => (isOfChild.months(age) ? `${age}m` : undefined),
  },
  { pattern: saying(`(?:${twoYears})`), ageOf: () => '2y' },
  { pattern: saying(`(?:${twoMonths})`), ageOf: () => '2m' },
]
