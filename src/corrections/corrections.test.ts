import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aThing } from '../../tests/support/lending.ts'
import { aRoom } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { entryOf } from './correction.ts'
import { listCorrections } from './read-corrections.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const families = webForTest(database)
const team = webForTest(database, { as: leadOf(town.westend) })
const elsewhere = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([families, team, elsewhere].map(web => web.close())))
let session: string
beforeAll(async () => {
  const offer = await town.anOffer({ slug: 'krabbeln', title: 'Krabbelgruppe' })
  session = (await town.aSession({ offer })).id
  await aRoom(town, { isLet: true })
  await aThing(town, { name: 'Bollerwagen' })
})

const noteId = '01a20818-d0bb-734a-8f82-19b465bd35d9'

test.each([
  ['/offers/krabbeln', { kind: 'offers', name: 'krabbeln' }],
  ['/centres/kiez-westend', { kind: 'centres', name: 'kiez-westend' }],
  ['/rooms/saal', { kind: 'rooms', name: 'saal' }],
  ['/lending/bollerwagen', { kind: 'lending', name: 'bollerwagen' }],
  ['/rooms/saal/ask', undefined],
  [`/centres/kiez-westend/pinboard/${noteId}`, { kind: 'notes', name: noteId }],
  ['/centres/kiez-westend/pinboard/new', undefined],
  ['/offers', undefined],
  ['/offers/a/b', undefined],
  ['https://example.org/offers/a', undefined],
  ['/staff/people', undefined],
])('%s can be wrong, or is no entry', (page, entry) => {
  expect(entryOf(page)).toEqual(entry)
})

describe('whoever finds something wrong', () => {
  const pages = [
    ...['/offers/krabbeln', '/centres/kiez-westend', '/rooms/westend-saal', '/lending/westend-bollerwagen'],
  ]
  test.each(pages)('is asked on %s', async page => {
    const $ = load(await (await families.get(`/de${page}`)).text())
    expect($('.invitation a:contains("Stimmt hier etwas nicht?")').attr('href')).toBe(
      `/de/wrong?page=${encodeURIComponent(page)}`,
    )
    const list = load(await (await families.get(`/de/offers`)).text())
    expect(list('.invitation').text()).not.toContain('Stimmt hier etwas nicht?')
  })

  test('says so without a name; the team reads it at once, mends it and ticks it off', async () => {
    const page = `/sessions/${session}`
    const sent = await send('ar', { page, what: 'time', words: 'الساعة 10' })
    expect(sent.headers.get('location')).toContain('news=sent')
    expect((await start(team)).text()).toContain('Seite, auf der etwas nicht stimmt')

    const list = await corrections(team)
    const row = list('.rows li')
    expect(row.text()).toContain('Krabbelgruppe')
    expect(row.find('[dir=rtl]').text()).toBe('الساعة 10')
    expect(row.find('a').attr('href')).toBe(`/de${page}`)
    expect((await corrections(elsewhere))('.rows li')).toHaveLength(0)

    const id = String(list('[name=id]').attr('value'))
    await elsewhere.post('/de/staff/corrections/settle', { id })
    expect((await corrections(team))('.rows li')).toHaveLength(1)
    for (const _ of ['once', 'twice']) {
      const { headers } = await team.post('/de/staff/corrections/settle', { id })
      expect(headers.get('location')).toBe('/de/staff/corrections?news=settled')
    }
    expect((await corrections(team))('main').text()).toContain('Alles stimmt')
  })

  test.each([
    ['/rooms/westend-saal', 'Saal'],
    ['/lending/westend-bollerwagen', 'Bollerwagen'],
  ])('says so of %s, which the team reads by its name', async (page, title) => {
    await send('de', { page, what: 'words' })
    expect((await waiting()).filter(one => one.page === page).map(one => one.title)).toEqual([title])
  })

  test('twice by a double click says it once', async () => {
    const form = { page: '/offers/krabbeln', what: 'place', renderingKey: 'once-once-once-once' }
    await Promise.all([send('de', form), send('de', form)])
    expect((await waiting()).filter(({ page }) => page === form.page)).toHaveLength(1)
  })

  test('is told what is missing, and loses nothing', async () => {
    const answer = await send('de', { page: '/offers/krabbeln', what: '', words: 'Es ist um 10' })
    expect(answer.status).toBe(422)
    const $ = load(await answer.text())
    expect($('.kern-alert--danger, [role=alert]').text()).toContain('Wähle aus, was nicht stimmt.')
    expect($('textarea').text()).toBe('Es ist um 10')
  })

  test.each(['/offers/unknown', '/staff/people', '', '/sessions/1'])(
    'of %s finds no such page',
    async page => {
      expect((await send('de', { page, what: 'time' })).status).toBe(404)
    },
  )

  test('cannot say it without end', async () => {
    const answers: number[] = []
    for (let n = 0; n < 12; n++)
      answers.push((await send('de', { page: '/offers/krabbeln', what: 'price' })).status)
    expect(answers.at(-1)).toBe(429)
  })
})

let forms = 0
const send = (language: string, form: Record<string, string>) =>
  families.post(`/${language}/wrong`, { words: '', renderingKey: `rendering-of-form-${forms++}`, ...form })

const corrections = async (web: typeof team) => load(await (await web.get(`/de/staff/corrections`)).text())

const start = async (web: typeof team) => load(await (await web.get(`/de/staff`)).text())('main')

const waiting = () => listCorrections(town.contextOf(leadOf(town.westend)))
