import { assertInside, postInside } from '../outside/own-house.ts'

/** An engine that translates. What does not answer, or knows the language not, says so as a value. */
export type TranslationEngine = {
  translate: (texts: readonly string[], languages: { from: string; to: string }) => Promise<Translated>
}

export type Translated =
  | { outcome: 'translated'; texts: readonly string[] }
  | { outcome: 'unknown-language' }
  | { outcome: 'no-answer' }

export type EngineSettings = {
  kind: 'libretranslate' | 'deepl'
  /** Where it answers, chosen by the operator: http://127.0.0.1:5000 for one on this machine. */
  url: string
  key: string | undefined
}

/**
 * An engine on the own machine or in a private network: the only kind that is given what families write. No other
 * engine has this type (docs/decisions/0043-who-translates-what-families-write.md).
 */
export type EngineInside = TranslationEngine & { readonly isInside: true }

/** Opens the engine the operator chose for what is published anyway. */
export const openTranslationEngine = ({ kind, url, key }: EngineSettings): TranslationEngine =>
  engineAsking(kind === 'deepl' ? askDeepL(url, key) : askLibreTranslate(url, key, post))

/**
 * Opens the LibreTranslate of the own house; throws for one outside. Where its name leads is looked at anew each time,
 * so a name that means a machine outside one day is asked no more.
 */
export const openEngineInside = async ({ url, key }: Omit<EngineSettings, 'kind'>): Promise<EngineInside> => {
  await assertInside(new URL(url))
  const send: Post = (at, body) => postInside(at, body, { milliseconds: longestWait, bytes: longestAnswer })
  return { isInside: true, ...engineAsking(askLibreTranslate(url, key, send)) }
}

const engineAsking = (ask: Asking): TranslationEngine => ({
  translate: async (texts, languages) => {
    // Empty texts stay empty; engines invent something for them.
    const said = texts.filter(text => text.trim() !== '')
    if (said.length === 0) return { outcome: 'translated', texts }
    const answer = await ask(said, languages).catch(() => 'no-answer' as const)
    if (typeof answer === 'string') return { outcome: answer }
    if (answer.length !== said.length) return { outcome: 'no-answer' }
    const rest = [...answer]
    return {
      outcome: 'translated',
      texts: texts.map(text => (text.trim() === '' ? text : (rest.shift() ?? ''))),
    }
  },
})

type Asking = (
  texts: readonly string[],
  languages: { from: string; to: string },
) => Promise<readonly string[] | 'unknown-language' | 'no-answer'>

type Post = (url: URL, body: object) => Promise<Response>

/** https://docs.libretranslate.com/api/operations/translate/ */
const askLibreTranslate =
  (url: string, key: string | undefined, send: Post): Asking =>
  async (texts, { from, to }) => {
    const asked = { q: texts, source: from, target: to, format: 'text', ...(key && { api_key: key }) }
    const answer = await send(new URL('/translate', url), asked)
    if (answer.status === 400) return 'unknown-language'
    if (!answer.ok) return 'no-answer'
    const { translatedText } = (await answer.json()) as { translatedText?: unknown }
    return areTexts(translatedText) ? translatedText : 'no-answer'
  }

/** https://developers.deepl.com/docs/api-reference/translate */
const askDeepL =
  (url: string, key = ''): Asking =>
  async (texts, { from, to }) => {
    const asked = {
      text: texts,
      source_lang: from.toUpperCase(),
      target_lang: deeplTargets[to] ?? to.toUpperCase(),
    }
    const answer = await post(new URL('/v2/translate', url), asked, {
      authorization: `DeepL-Auth-Key ${key}`,
    })
    if (answer.status === 400) return 'unknown-language'
    if (!answer.ok) return 'no-answer'
    const { translations } = (await answer.json()) as { translations?: { text?: unknown }[] }
    const said = translations?.map(({ text }) => text)
    return areTexts(said) ? said : 'no-answer'
  }

/** It tells apart what it writes, not what it reads. */
const deeplTargets: Partial<Record<string, string>> = { en: 'EN-GB' }

const post = (url: URL, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    // Where it leads is the operator's word alone, and the key goes nowhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(longestWait),
  })

const longestWait = 20_000
const longestAnswer = 1_000_000

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(text => typeof text === 'string')
