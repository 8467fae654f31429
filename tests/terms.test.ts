import { describe, expect, test } from 'vitest'
import { sentencesOf } from './support/sentences.ts'

/** Where the German sentence says this, the other languages say their one word for it: docs/languages.md. */
const terms: { german: RegExp; said: Record<string, RegExp>; except?: RegExp }[] = [
  {
    german: /Zentr(?:um|en)/,
    said: {
      ...{ tr: /merkez/i, ar: /مركز|مراكز/, uk: /центр/i, ru: /центр/i, pl: /centr/i, ro: /centr/i },
      ...{ bg: /цент/i, fa: /مرکز/, ti: /ማእከ[ልላ]/, fr: /centre/i },
    },
  },
  {
    german: /Anmeld|angemeldet/,
    said: {
      ...{ tr: /kay[ıdt]/i, ar: /تسجيل|سُ?جّ?ل/, uk: /запис|запиш/i, ru: /запис|запиш/i, pl: /zapis|zgłosz/i },
      ...{ ro: /înscr/i, bg: /запи[сш]/i, fa: /ثبت/, ti: /ምዝገ|መዝገ|መዝጊ|ምዝጉ|ምዝግ|ምዝጋ/, fr: /inscri/i },
    },
    // "You have a place" says more, and "its code" is that of the registration just named.
    except: /^(outreach\.kind\.registration-confirmed\.body|registration\.several\.ownHint|openData\.)/,
  },
  {
    german: /Warteliste/,
    said: {
      ...{ tr: /bekleme listesi/i, ar: /قائمة (?:ال)?انتظار/, uk: /список|списк/i, ru: /спис(?:о|к)/i },
      ...{
        pl: /li[sś]\p{L}+ oczekujących/iu,
        ro: /list\p{L}+ de așteptare/iu,
        bg: /списък\p{L}* на чакащите/iu,
      },
      ...{ fa: /لیست انتظار/, ti: /ዝርዝር ተጸበይቲ/, fr: /liste d’attente/i },
    },
  },
  {
    german: /\bCode\b/,
    said: {
      ...{ tr: /kod/i, ar: /رمز/, uk: /код/i, ru: /код/i, pl: /kod/i, ro: /cod/i, bg: /код/i },
      ...{ fa: /کد/, ti: /ኮድ/, fr: /code/i },
    },
  },
]

const german = sentencesOf('families', 'de')

describe.each(terms)('where German says $german', ({ german: pattern, said, except }) => {
  test.each(Object.entries(said))('%s says its one word', (language, word) => {
    const theirs = sentencesOf('families', language)
    const without = [...german]
      .filter(([key, sentence]) => pattern.test(sentence) && !key.endsWith('.words') && !except?.test(key))
      .map(([key]) => [key, theirs.get(key)])
      .filter(([, sentence]) => sentence !== undefined && !word.test(sentence))
    expect(without).toEqual([])
  })
})

test('control: another word would be found', () => {
  expect(terms[2]?.said.ro?.test('Lista celor care așteaptă')).toBe(false)
})
