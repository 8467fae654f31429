import { plainDigits } from '../platform/web/reachable.ts'

/** What would tell strangers who wrote a note, or lead them to her door. */
export type Telling = 'email' | 'link' | 'phone' | 'street' | 'name'
export type MayBePublic = { ok: true } | { ok: false; tells: Telling }

/**
 * Whether words may hang on a public board. It finds what people write without thinking, in German, English, Arabic
 * and Turkish; what they hide on purpose the team sees when it reads the note. It would rather refuse too much.
 */
export const mayBePublic = (words: string): MayBePublic => {
  const plain = plainDigits(words.normalize('NFKC').replace(/\p{Cf}/gu, ''))
  const found = tellings.find(([, isIn]) => isIn(plain))
  return found ? { ok: false, tells: found[0] } : { ok: true }
}

const tellings: readonly (readonly [Telling, (words: string) => boolean])[] = [
  ['email', words => /@|[([{]\s*(at|ät|arroba)\s*[)\]}]/iu.test(words)],
  [
    'link',
    words =>
      /https?:|www\.|[\p{L}\d-]{2,}\.(de|com|net|org|eu|info|me|io|app|link|ly|tr)(?![\p{L}\d])/iu.test(
        words,
      ),
  ],
  ['street', words => streets.some(street => street.test(words))],
  ['name', words => names.some(name => name.test(words))],
  ['phone', words => hasPhone(words)],
]

const streets = [
  // Bleichstraße 12, Wellritzstr. 3a, Am Alten Weg 7, Platz der Einheit 2, Kaiser-Friedrich-Ring 5
  /(straße|strasse|str\.|str|gasse|allee|weg|platz|ufer|damm)(\s+(der|des|am|im)\s+\p{L}+)?\s*,?\s*(nr\.?\s*)?\d{1,4}/iu,
  /[- ]ring\s*(nr\.?\s*)?\d{1,4}/iu,
  // 12 Baker Street, 4b Park Road
  /\d{1,4}\s?[a-z]?,?\s+(\p{L}+\s+){1,3}(street|road|avenue|lane)(?!\p{L})/iu,
  /شارع\s+([^\d\s]+\s+){1,4}\d{1,4}/u,
  /(sokağı|sokak|caddesi|cadde)\s*(no:?\s*)?\d{1,4}/iu,
]

const names = [
  // Familie Yıldız, but not: Familie mit Kindern
  /(?<!\p{L})([Ff]amilie|[Ff]am\.|[Ff]amily|[Hh]errn?|[Ff]rau|Mrs?\.?|Ms\.?)\s+\p{Lu}\p{L}+/u,
  /(?<!\p{L})([Mm]ein Name ist|[Ii]ch heiße|[Mm]y name is)\s+\p{Lu}\p{L}+\s+\p{Lu}\p{L}+/u,
  /(?<!\p{L})\p{Lu}\p{L}+\s+[Aa]ilesi/u,
  /(?<!\p{L})(السيدة?|آل)\s+\p{L}{2,}/u,
  // The family al-Haddad, but not: a big family
  /(?<!\p{L})عائلة\s+ال\p{L}{2,}/u,
]

/** Six digits and more in one go, as people write them, that are neither dates nor times, measures nor sizes. */
const hasPhone = (words: string) => {
  const rest = harmless.reduce((left, pattern) => left.replace(pattern, ' ; '), words)
  const runs = rest.match(/\+?\p{Nd}(?:[\s()/.\-–_]{0,3}\p{Nd}){5,}/gu) ?? []
  return runs.some(run => !isSizes(run))
}

const harmless = [
  /(?<![\d.])(0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.(\s?(20)?\d\d)?(?!\.?\d)/g,
  /(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)/g,
  /(?<![\d:.])([01]?\d|2[0-4])[:.][0-5]\d(?![\d:]|\.\d)/g,
  /(?<!\d)\d{1,3}(\s?[/x×-]\s?\d{1,3}){0,2}\s?(cm|mm|m|kg|€|euro)(?!\p{L})/giu,
]

/** 50 56 62: children's clothes are the commonest note of all. */
const isSizes = (run: string) =>
  run.split(/\D+/).every(size => {
    const number = Number(size)
    return size.length <= 3 && number >= 44 && number <= 188 && (number - 44) % 6 === 0
  })
