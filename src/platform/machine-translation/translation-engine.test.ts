import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTranslationEngine } from './translation-engine.ts'

type Asked = { path: string | undefined; authorization: string | undefined; body: Record<string, unknown> }

let server: Server
let url = ''
let asked: Asked[] = []
let answer: { status: number; body: unknown } = { status: 200, body: {} }
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { url: path, headers } = request
    asked.push({
      path,
      authorization: headers.authorization,
      body: JSON.parse(Buffer.concat(parts).toString()),
    })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  url = `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`
})
afterAll(() => new Promise(closed => server.close(closed)))

const translate = (kind: 'libretranslate' | 'deepl', texts: string[], to = 'en') => {
  asked = []
  return openTranslationEngine({ kind, url, key: 'secret' }).translate(texts, { from: 'de', to })
}

test('LibreTranslate is asked for all texts at once; an empty one is left out and stays empty', async () => {
  answer = { status: 200, body: { translatedText: ['Play', 'Sing'] } }
  expect(await translate('libretranslate', ['Spielen', '', 'Singen'])).toEqual({
    outcome: 'translated',
    texts: ['Play', '', 'Sing'],
  })
  expect(asked).toEqual([
    {
      ...{ path: '/translate', authorization: undefined },
      body: { q: ['Spielen', 'Singen'], source: 'de', target: 'en', format: 'text', api_key: 'secret' },
    },
  ])
})

test('DeepL is asked in its own way', async () => {
  answer = { status: 200, body: { translations: [{ text: 'Play' }] } }
  expect(await translate('deepl', ['Spielen'])).toEqual({ outcome: 'translated', texts: ['Play'] })
  expect(asked).toEqual([
    {
      ...{ path: '/v2/translate', authorization: 'DeepL-Auth-Key secret' },
      body: { text: ['Spielen'], source_lang: 'DE', target_lang: 'EN-GB' },
    },
  ])
})

test.each([
  ['unknown-language', 400, {}],
  ['no-answer', 500, {}],
  ['no-answer', 403, {}],
  ['no-answer', 200, { translatedText: 'one for all' }],
  ['no-answer', 200, { translatedText: [] }],
])('what an engine cannot do is %s', async (outcome, status, body) => {
  answer = { status, body }
  expect(await translate('libretranslate', ['Spielen'], 'ti')).toEqual({ outcome })
})

test('an engine that is not there does not answer', async () => {
  const engine = openTranslationEngine({ kind: 'deepl', url: 'http://127.0.0.1:1', key: undefined })
  expect(await engine.translate(['Spielen'], { from: 'de', to: 'en' })).toEqual({ outcome: 'no-answer' })
})
