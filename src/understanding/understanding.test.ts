import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { tablesWith } from '../../tests/support/residue.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import {
  openEngineInside,
  openTranslationEngine,
} from '../platform/machine-translation/translation-engine.ts'
import { understandable } from './understand.ts'

type Asked = { q: string[]; source: string; target: string }

const database = await databaseForThisFile()
const town = await aTown(database)
let asked: Asked[] = []
let status = 200
const server: Server = createServer(async (request, answer) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = JSON.parse(Buffer.concat(parts).toString()) as Asked
  asked.push(body)
  answer.writeHead(status).end(JSON.stringify({ translatedText: body.q?.map(text => `Gesagt: ${text}`) }))
})
await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const family = webForTest(database)
const engineInside = await openEngineInside({ url, key: undefined })
const lead = webForTest(database, { as: leadOf(town.westend), engineInside })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim), engineInside })
// An engine for published texts alone: were it asked, it would answer.
const translation = openTranslationEngine({ kind: 'deepl', url, key: 'x' })
const withDeepL = webForTest(database, { as: leadOf(town.westend), translation })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(async () => {
  await Promise.all([family, lead, nextDoor, withDeepL].map(web => web.close()))
  await admin.end()
  server.close().closeAllConnections()
})

const words = 'هل توجد مجموعة للرضّع؟'

describe('what a family asks', () => {
  let address = ''
  beforeAll(async () => {
    const form = load(await (await family.get('/ar/ask?centre=kiez-westend')).text())
    const carried = Object.fromEntries(
      ['renderingKey', 'centre'].map(name => [name, String(form(`input[name=${name}]`).val())]),
    )
    await family.post('/ar/ask', { ...carried, body: words, reachBy: 'visit' })
    const list = load(await (await lead.get('/de/staff/questions')).text())
    address = list('.rows a').attr('href') ?? ''
  })

  test('is shown to the team in its language by a button, said to be a machine’s, and kept nowhere', async () => {
    asked = []
    const before = load(await (await lead.get(address)).text())
    expect(before('form[action$="/understand"]').attr('action')).toBe(`${address}/understand`)
    expect(asked).toEqual([])

    const page = load(await (await lead.post(`${address}/understand`, {})).text())
    expect(page('[role=status]').text()).toContain('Von einer Maschine übersetzt')
    expect(page('[role=status] .as-written').text()).toBe(`Gesagt: ${words}`)
    expect(page('blockquote').text()).toBe(words)
    expect(asked).toEqual([{ q: [words], source: 'auto', target: 'de', format: 'text' }])

    expect(await tablesWith(admin, ['gesagt'])).toEqual([])
    expect(await tablesWith(admin, [words])).toEqual(['public.questions'])
    const { rows } = await admin.query(
      `select fields from audit_entries where action = 'words.translated' and account_id = 'lead'`,
    )
    expect(rows).toEqual([{ fields: ['question'] }])
    expect(await (await lead.get(address)).text()).not.toContain('Gesagt')
  })

  test.each([
    [400, 'Diese Sprache kann die Übersetzung hier nicht'],
    [500, 'Die Übersetzung antwortet gerade nicht'],
  ])('says why there is nothing to show: %d', async (refused, sentence) => {
    status = refused
    expect(await (await lead.post(`${address}/understand`, {})).text()).toContain(sentence)
    status = 200
  })

  test('is not sent for whoever does not answer it', async () => {
    asked = []
    expect((await nextDoor.post(`${address}/understand`, {})).status).toBe(404)
    expect(asked).toEqual([])
  })

  test('is sent to no engine but one of the house', async () => {
    asked = []
    expect(await (await withDeepL.get(address)).text()).not.toContain('/understand')
    expect((await withDeepL.post(`${address}/understand`, {})).status).toBe(404)
    expect(asked).toEqual([])
    await expect(openEngineInside({ url: 'https://93.184.216.34', key: undefined })).rejects.toThrow(
      'goes nowhere else',
    )
  })

  test('is not sent without end', async () => {
    asked = []
    for (let turn = 0; turn < 45; turn++) await lead.post(`${address}/understand`, {})
    expect(asked.length).toBeLessThanOrEqual(40)
    expect(await (await lead.post(`${address}/understand`, {})).text()).toContain('In zehn Minuten')
    await admin.query('truncate identity.rate_limits')
  })
})

test('what somebody finds wrong is shown beside its line', async () => {
  await town.anOffer({ slug: 'krabbeln' })
  const form = load(await (await family.get('/ar/wrong?page=/offers/krabbeln')).text())
  const renderingKey = String(form('input[name=renderingKey]').val())
  await family.post('/ar/wrong', { renderingKey, page: '/offers/krabbeln', what: 'time', words: 'الساعة 10' })
  const list = load(await (await lead.get('/de/staff/corrections')).text())
  const id = String(list('form[action$="/understand"] [name=id]').val())
  const page = load(await (await lead.post('/de/staff/corrections/understand', { id })).text())
  expect(page('.rows li .as-written').text()).toBe('Gesagt: الساعة 10')
  expect((await nextDoor.post('/de/staff/corrections/understand', { id })).status).toBe(404)
})

test('a note is shown with its title; one in the reader’s language has no button', async () => {
  await admin.query(
    `insert into centre_parts values ('${town.city.id}', '${town.westend.providerId}', '${town.westend.id}', 'neighbours', now())`,
  )
  const board = `/de/centres/${town.westend.slug}/pinboard/new`
  const shown = async (language: string) => {
    const form = load(await (await family.get(board)).text())
    const renderingKey = String(form('input[name=renderingKey]').val())
    const note = { kind: 'give', language, title: 'Kinderbett', words: 'Gut erhalten', reachBy: 'visit' }
    await family.post(board, { ...note, renderingKey })
    const list = load(await (await lead.get('/de/staff/neighbours')).text())
    return list('.rows a').last().attr('href') ?? ''
  }
  const turkish = await shown('tr')
  expect(await (await lead.get(turkish)).text()).toContain('/understand')
  const page = load(await (await lead.post(`${turkish}/understand`, {})).text())
  expect(page('[role=status] .as-written').text()).toBe('Gesagt: KinderbettGesagt: Gut erhalten')
  const german = await shown('de')
  expect(await (await lead.get(german)).text()).not.toContain('/understand')
})

test('nothing else of a family is ever given to an engine', () => {
  // What a child needs, what is said in counselling and what stands on a list of names have no place here.
  expect(understandable).toEqual(['note', 'question', 'correction'])
})
