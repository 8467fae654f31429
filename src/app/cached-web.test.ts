import { brotliDecompressSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { ask } from '../../tests/support/ask.ts'
import { someConcept } from '../../tests/support/concept.ts'
import { aDoorstep, asksFor } from '../../tests/support/doorstep.ts'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { aThing, lends } from '../../tests/support/lending.ts'
import { someMoney } from '../../tests/support/money.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownOffer, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { suggestParts } from '../centres/index.ts'
import type { Context, StaffMember } from '../identity/index.ts'
import { sendNote } from '../neighbours/index.ts'
import { recordOffer, takeRecordingDown } from '../planning/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { listen } from '../platform/web/listen.ts'
import { securityHeaders } from '../platform/web/security.ts'
import { siteAt } from '../platform/web/site.ts'
import { cachedWeb, keptAddress } from './cached-web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
/** Every request that reached the framework. */
const rendered: string[] = []
const kept = await aKeptWeb(database.app)

beforeEach(() => {
  web.moveTimeTo(townNow)
  rendered.length = 0
})

test('the second visitor gets the page without asking the framework', async () => {
  const first = await kept.get('/de/offers')
  const second = await kept.get('/de/offers')
  expect(await second.text()).toBe(await first.text())
  expect(rendered).toEqual(['/de/offers'])
})

test('what is not the address from outside is kept for nobody; however it is written, it is kept once', async () => {
  const counted = kept.cache.count
  for (const port of [1, 80, 8444]) await kept.get('/de/promise', { host: `${town.host}:${port}` })
  expect(kept.cache.count).toBe(counted)
  for (const host of [`${town.host}:8443`, `${town.host.toUpperCase()}:8443`])
    await kept.get('/de/promise', { host })
  expect(kept.cache.count).toBe(counted + 1)
})

test.each([
  '/de',
  '/ar/centres',
  '/de/centres/kiez-westend',
  '/de/districts',
  '/en/promise',
  '/de/privacy',
  '/de/imprint',
  '/de/money',
  '/de/neighbours?kind=give',
  '/de/concept',
  '/de/story',
  '/ar/story.pdf',
  '/de/open-data',
  '/api/v1/openapi.json',
  '/api/v1/offers.csv?lang=ar',
  '/api/v1/sessions?lang=ar&kind=encounter',
  '/de/calendar.ics?topic=baby',
  '/ar/centres/kiez-westend/calendar.ics',
  '/de/centres/kiez-westend/news.atom',
  '/de/news.rss?district=westend',
  '/en/news.json',
  '/de/subscribe?kind=activity',
])('what everybody may read is kept: %s', async path => {
  await kept.get(path)
  rendered.length = 0
  expect((await kept.get(path)).status).toBe(200)
  expect(rendered).toEqual([])
})

test('a published offer stands in the list of the next visitor', async () => {
  await kept.get('/de/offers')
  await kept.whenItHears(() => town.anOffer({ title: 'Frisch veröffentlicht' }))
  expect(await (await kept.get('/de/offers')).text()).toContain('Frisch veröffentlicht')
})

test('programs hear of a published offer as pages do, and of every site they come from', async () => {
  const first = await kept.get('/api/v1/offers')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  const etag = first.headers.get('etag') ?? ''
  expect((await kept.get('/api/v1/offers', { 'if-none-match': etag })).status).toBe(304)
  await kept.whenItHears(() => town.anOffer({ title: 'Frisch für Programme' }))
  expect(await (await kept.get('/api/v1/offers')).text()).toContain('Frisch für Programme')
})

test('a site that is taken back is no longer answered, though its answer was kept', async () => {
  const office = webForTest(database, { as: cityOffice })
  afterAll(() => office.close())
  const origin = 'https://kita.example'
  await kept.whenItHears(() => office.post('/de/staff/sites', { name: 'Kita', origin }))
  const sites = await (await office.get('/de/staff/sites')).text()
  const [, id] = /site=(?:"|&quot;)([0-9a-f-]{36})/.exec(sites) ?? []
  const path = `/api/v1/embed/${id}`
  expect((await kept.get(path)).headers.get('access-control-allow-origin')).toBe(origin)
  rendered.length = 0
  expect((await kept.get(path)).status).toBe(200)
  expect(rendered).toEqual([])
  await kept.whenItHears(() => office.post(`/de/staff/sites/${id}/take-back`, {}))
  expect((await kept.get(path)).status).toBe(404)
})

test.each(['/api/v1/offers?places=yes', '/api/v1/offers?kin=x', '/api/v1/offers?limit=0'])(
  'what is asked anew, or asked wrongly, is not kept: %s',
  async path => {
    await kept.get(path)
    await kept.get(path)
    expect(rendered).toEqual([path, path])
  },
)
test('I13: a changed date stands in the calendar of whoever asks next; who has it already gets three lines', async () => {
  const offer = await town.anOffer({ title: 'Chor' })
  const { id } = await kept.whenItHears(() => town.aSession({ offer, on: '2026-11-25' }))
  const path = '/de/centres/kiez-westend/calendar.ics'
  const first = await kept.get(path)
  expect(await first.text()).toContain('SUMMARY;LANGUAGE=de:Chor')
  const known = { 'if-none-match': first.headers.get('etag') ?? '' }
  expect((await kept.get(path, known)).status).toBe(304)

  await kept.whenItHears(() => moveIntoRoom(id, 'Turnhalle'))
  const changed = await kept.get(path, known)
  expect(changed.status).toBe(200)
  expect(await changed.text()).toContain('Turnhalle')
})

test('a feed is asked for under one address, whatever else stands in it', () => {
  const address = (query: string) => keptAddress('/de/calendar.ics', new URLSearchParams(query))
  expect(address('free=yes&x=1&day=today&page=3')).toBe('/de/calendar.ics?free=yes')
  expect(address('kind=activity&day=monday')).toBe('/de/calendar.ics?day=monday&kind=activity')
})

test('a corrected amount stands on the page of the next visitor', async () => {
  await someMoney(town)
  await kept.get('/de/money')
  await kept.whenItHears(() => setAmounts(12_345_67))
  expect(await (await kept.get('/de/money')).text()).toContain('12.345,67')
})

test('a note stands on the pinboard of the next visitor once it is approved, and not before', async () => {
  const { id: centreId, providerId } = town.westend
  const desk = town.contextOf({ kind: 'desk', centreId, providerId })
  const board = '/de/centres/kiez-westend/pinboard'
  await kept.whenItHears(() =>
    suggestParts(town.contextOf({ kind: 'system' }), { centreId, providerId }, ['neighbours']),
  )
  const hangs = (as: Context, renderingKey: string) =>
    sendNote(
      as,
      { centreId, providerId },
      {
        ...{ kind: 'give', language: 'de', title: 'Ein Buggy', words: '', renderingKey },
        reach: { reachBy: 'visit' },
      },
    )
  await kept.get(board)
  await hangs(desk, 'a note of a family')
  await new Promise(resolve => setTimeout(resolve, 100))
  rendered.length = 0
  await kept.get(board)
  expect(rendered, 'a note that waits empties no cache').toEqual([])
  await kept.whenItHears(() => hangs(town.contextOf(leadOf(town.westend)), 'a note of the team'))
  expect(await (await kept.get(board)).text()).toContain('Ein Buggy')
})

test('counts of a quarter that is over change the story of the next visitor, and its PDF; those of the running one wait', async () => {
  await kept.get('/de/story')
  const sheet = await (await kept.get('/de/story.pdf')).text()
  await release('2026-10-01', 90)
  await new Promise(resolve => setTimeout(resolve, 100))
  rendered.length = 0
  await kept.get('/de/story')
  expect(rendered, 'sums that nobody may see empty no cache').toEqual([])
  await kept.whenItHears(() => release('2026-07-01', 1_234))
  expect(await (await kept.get('/de/story')).text()).toContain('2.468 Besuche')
  expect(await (await kept.get('/de/story.pdf')).text()).not.toBe(sheet)
})

test('a recording is heard on the page of the next visitor, and no more once it is taken down', async () => {
  const { slug } = await town.anOffer({ title: 'Vorlesen' })
  const heard = async () => (await (await kept.get(`/de/offers/${slug}`)).text()).includes('<audio')
  expect(await heard()).toBe(false)
  const lead = town.contextOf(leadOf(town.westend))
  const sent = Buffer.from('OggS voice')
  await kept.whenItHears(() => recordOffer(lead, slug, { language: 'de', sent }))
  expect(await heard()).toBe(true)
  await kept.whenItHears(() => takeRecordingDown(lead, slug, 'de'))
  expect(await heard()).toBe(false)
})

test('an article that an offer now points to counts on the page of the next visitor', async () => {
  await someConcept(town)
  const offer = await town.anOffer({ title: 'Lesekreis' })
  await kept.get('/de/concept')
  await kept.whenItHears(() => pointTo('bildung', offer))
  expect(await (await kept.get('/de/concept')).text()).toContain('1 Angebot in 1 Zentrum')
})

test('the way to the next round stands on the page of a centre while a kit is left', async () => {
  const centre = '/de/centres/kiez-westend'
  const shows = async () => (await (await kept.get(centre)).text()).includes(`${centre}/doorstep`)
  expect(await shows()).toBe(false)
  const { kitId } = await aDoorstep(town, { stock: 6 })
  await vi.waitFor(async () => expect(await shows()).toBe(true))
  await asksFor(town, { [kitId]: 2 })
  await new Promise(resolve => setTimeout(resolve, 100))
  rendered.length = 0
  await kept.get(centre)
  expect(rendered, 'one request empties no cache as long as there is plenty').toEqual([])
  await asksFor(town, { [kitId]: 4 })
  await vi.waitFor(async () => expect(await shows()).toBe(false))
})

test('what can be borrowed is kept until a piece goes out', async () => {
  const thing = await kept.whenItHears(() => aThing(town, { name: 'Beamer' }))
  const shown = async () => (await kept.get(`/de/centres/${town.westend.slug}/lending`)).text()
  expect(await shown()).toContain('ist da')
  await kept.whenItHears(() => lends(town, thing))
  expect(await shown()).toContain('wieder da ab')
})

test('control: without listening to the database that visitor would read the old list', async () => {
  const deaf = await aKeptWeb(database.app, { hears: false })
  await deaf.get('/de/offers')
  await town.anOffer({ title: 'Zu spät gehört' })
  expect(await (await deaf.get('/de/offers')).text()).not.toContain('Zu spät gehört')
})

test('nothing is kept while nobody listens, and what was kept before is forgotten', async () => {
  await kept.get('/de/offers')
  await kept.whenItIsOpenAgain(endConnections)
  expect(kept.cache.count).toBe(0)
  await kept.get('/de/offers')
  expect(rendered).toHaveLength(1)
})

test('a page that was read before a change and finished after it is not kept', async () => {
  await kept.whenItHears(() => town.anOffer({}))
  kept.beforeAnswering(async () => {
    await kept.whenItHears(() => town.anOffer({ title: 'Dazwischen' }))
  })
  await kept.get('/de/offers?topic=baby')
  expect(await (await kept.get('/de/offers?topic=baby')).text()).toContain('Dazwischen')
})

test('a page is kept until it changes by itself, such as at midnight', async () => {
  await kept.get('/de/offers')
  web.moveTimeTo(townNow.add({ hours: 24 }))
  await kept.get('/de/offers')
  expect(rendered).toHaveLength(2)
})

test('Arabic and German are two pages, and so is each way of packing', async () => {
  const languages = await Promise.all(
    ['/de/offers', '/ar/offers'].map(async path => (await kept.get(path)).text()),
  )
  expect(languages[0]).toContain('lang="de"')
  expect(languages[1]).toContain('dir="rtl"')
  const packed = await kept.get('/de/offers', { 'accept-encoding': 'gzip, br' })
  expect(packed.headers.get('content-encoding')).toBe('br')
  expect(packed.headers.get('vary')).toContain('accept-encoding')
})

test('two cities never share a page', async () => {
  const other = await aTown(database, { slug: 'nachbarstadt' })
  await kept.whenItHears(() => other.anOffer({ title: 'Nur nebenan' }))
  const there = { host: other.host }
  const here = { host: town.host }
  expect(await (await kept.get('/de/offers', there)).text()).toContain('Nur nebenan')
  expect(await (await kept.get('/de/offers', here)).text()).not.toContain('Nur nebenan')
  await kept.whenItHears(() => other.anOffer({ title: 'Noch eins nebenan' }))
  rendered.length = 0
  await kept.get('/de/offers', here)
  await kept.get('/de/offers', there)
  expect(rendered, 'a change there leaves our pages alone').toHaveLength(1)
})

test('unknown parameters make no further page, nor stand in one', async () => {
  await kept.get('/de/offers')
  const count = kept.cache.count
  const page = await kept.get('/de/offers?utm_source=brief&fbclid=1')
  expect(kept.cache.count).toBe(count)
  expect(await page.text()).not.toContain('utm_source')
})

test('whoever is signed in neither reads nor writes what is kept', async () => {
  await kept.get('/de/offers?kind=education', { cookie: 'session=someone' })
  await kept.get('/de/offers?kind=education', { cookie: 'session=someone' })
  expect(rendered).toHaveLength(2)
  await kept.get('/de/offers?kind=education')
  await kept.get('/de/offers?kind=education', { cookie: 'session=someone' })
  expect(rendered).toHaveLength(4)
})

test.each(['/de/nothing', '/de/offers/nothing', '/de/sign-in', '/', '/de/staff'])(
  'errors, forms and redirects are made anew each time: %s',
  async path => {
    const count = kept.cache.count
    await kept.get(path)
    await kept.get(path)
    expect(rendered).toHaveLength(2)
    expect(kept.cache.count).toBe(count)
  },
)

test('who asks at the same moment waits for one page', async () => {
  await Promise.all(Array.from({ length: 20 }, () => kept.get('/en/offers')))
  expect(rendered).toHaveLength(1)
})

test('a kept answer has the headers of the framework, and none of its notes', async () => {
  const path = '/de/offers?day=today'
  const made = await kept.get(path)
  const again = await kept.get(path)
  expect(rendered).toHaveLength(1)
  const headersOf = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => !['date', 'keep-alive', 'connection'].includes(name)))
  expect(headersOf(again)).toEqual(headersOf(made))
  expect(headersOf(again)).toMatchObject(securityHeaders)
  expect([...again.headers.keys()]).not.toContain('x-fresh-until')
  expect([...again.headers.keys()]).not.toContain('x-as-of')
})

test('a browser that has the page is told so in a few bytes', async () => {
  const etag = (await kept.get('/de/offers')).headers.get('etag') ?? ''
  const unchanged = await kept.get('/de/offers', { 'if-none-match': etag })
  expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
  expect(Object.fromEntries(unchanged.headers)).toMatchObject(securityHeaders)
  await kept.whenItHears(() => town.anOffer({ title: 'Jetzt anders' }))
  expect((await kept.get('/de/offers', { 'if-none-match': etag })).status).toBe(200)
})

test('two hundred registrations for twenty places empty the cache as often as a page reads differently', async () => {
  const offer = await town.anOffer({ registration: 'session', counts: 'household', places: 20 })
  const session = await kept.whenItHears(() => town.aSession({ offer, on: '2026-12-07' }))
  const heard = vi.spyOn(kept.cache, 'change')
  for (let index = 0; index < 20; index++) await joins(town, session, aFamily(`F${index}`))
  await expect.poll(() => heard.mock.calls.length).toBeGreaterThanOrEqual(4)
  await Promise.all(Array.from({ length: 180 }, (_, index) => joins(town, session, aFamily(`W${index}`))))
  // Three left, two, one, none.
  expect(heard.mock.calls.length).toBe(4)
}, 60_000)

test('the list follows free places within a second, the page of the date at once', async () => {
  const offer = await town.anOffer({
    title: 'Knapp',
    registration: 'session',
    counts: 'household',
    places: 2,
  })
  const session = await kept.whenItHears(() => town.aSession({ offer, on: '2026-12-07' }))
  const date = `/de/sessions/${session.id}`
  for (const left of [1, 0]) {
    const before = await (await kept.get(date)).text()
    await joins(town, session, aFamily(`Familie ${left}`))
    expect(await (await kept.get(date)).text()).not.toBe(before)
  }
  const full = await (await kept.get('/de/offers', { cookie: 'session=nobody' })).text()
  await expect.poll(async () => (await kept.get('/de/offers')).text(), { timeout: 2_000 }).toBe(full)
})

test('what is never kept is packed too, but not for whoever is known by a cookie', async () => {
  const offer = await town.anOffer({ title: 'Mit Anmeldung', registration: 'session', counts: 'household' })
  const session = await town.aSession({ offer, on: '2026-12-08' })
  const page = `/de/sessions/${session.id}`
  const packed = await kept.get(page, { 'accept-encoding': 'gzip, br' })
  expect(packed.headers.get('content-encoding')).toBe('br')
  const plain = brotliDecompressSync(Buffer.from(await packed.arrayBuffer()))
  expect(plain.toString()).toBe(await (await kept.get(page)).text())
  const known = await kept.get(page, { 'accept-encoding': 'br', cookie: 'session=nobody' })
  expect(known.headers.has('content-encoding')).toBe(false)
})

test.each([
  ['/de/offers?page=2&day=today&x=1', '/de/offers?day=today&page=2'],
  ['/de', '/de'],
  ['/de?district=08&x=1', '/de?district=08'],
  ['/de/centres?district=08&x=1', '/de/centres?district=08'],
  ['/de/centres/kiez-westend?from=2026-11-30&x=1', '/de/centres/kiez-westend?from=2026-11-30'],
  ['/de/offers/krabbelgruppe?dates=all&x=1', '/de/offers/krabbelgruppe?dates=all'],
  ['/de/offers/krabbelgruppe?dates=made-up', '/de/offers/krabbelgruppe'],
  ['/de/centres/kiez-westend?from=made-up', '/de/centres/kiez-westend'],
  ['/de/icon-192.png?v=made-up', '/de/icon-192.png'],
  ['/assets/public-1a2b.css?x', '/assets/public-1a2b.css'],
  ['/assets/../package.json', undefined],
  ['/xx/offers', undefined],
  ['/de/join/0198', undefined],
  ['/de/my/token', undefined],
])('%s is kept under %s', (url, expected) => {
  const [path = '', query] = url.split('?')
  expect(keptAddress(path, new URLSearchParams(query))).toBe(expected)
})

test('what browsers may keep for ever is packed and kept as well', async () => {
  const path = '/de/accents.css'
  const packed = await kept.get(path, { 'accept-encoding': 'br' })
  expect(packed.headers.get('cache-control')).toContain('immutable')
  expect(packed.headers.get('content-encoding')).toBe('br')
  await kept.get(path, { 'accept-encoding': 'br' })
  expect(rendered).toHaveLength(1)
})

async function aKeptWeb(listenUrl: string, { hears = true } = {}) {
  let before = async () => {}
  const fetchPage: typeof web.fetch = async (request, ...rest) => {
    const { pathname, search } = new URL(request.url)
    rendered.push(pathname + search)
    const response = await web.fetch(request, ...rest)
    await before()
    before = async () => {}
    return response
  }
  const cached = cachedWeb(
    { ...web, fetch: fetchPage },
    { clock: web.clock, site: siteAt('https://netz.example.org:8443'), listenUrl },
  )
  const server = await listen(cached, { host: '127.0.0.1', port: 0 })
  afterAll(async () => {
    await server.stop()
    await cached.stop()
  })
  const isOpen = () => cached.cache.isOpen
  await vi.waitUntil(isOpen, 5_000)
  if (!hears) cached.cache.change = () => {}
  return {
    ...cached,
    get: (path: string, headers: Record<string, string> = {}) =>
      ask(server.url + path, { host: town.host, ...headers }),
    beforeAnswering: (work: () => Promise<void>) => {
      before = work
    },
    /** Does it and waits until this process has heard of it. */
    async whenItHears<Result>(change: () => Promise<Result>) {
      const heard = vi.spyOn(cached.cache, 'change')
      const result = await change()
      await vi.waitUntil(() => heard.mock.calls.length > 0, 5_000)
      await new Promise(resolve => setTimeout(resolve, 30))
      heard.mockRestore()
      return result
    },
    async whenItIsOpenAgain(trouble: () => Promise<void>) {
      await trouble()
      await vi.waitUntil(() => !isOpen(), 5_000)
      await kept.get('/de/offers')
      expect(cached.cache.count).toBe(0)
      rendered.length = 0
      await vi.waitUntil(isOpen, 5_000)
    },
  }
}

const cityOffice: StaffMember = {
  ...{ kind: 'staff', accountId: 'office', name: 'Amt', ledOffers: [], supportedCentres: [] },
  memberships: [{ role: 'city-office', providerId: null, centreId: null }],
}

const release = (quarter: string, each: number) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('releasedCells')
      .values(
        ['adults', 'children-1-to-2', 'first-time', 'sessions-held', 'sessions-uncounted'].map(measure => ({
          ...{ cityId: town.city.id, centreId: town.westend.id, providerId: town.westend.providerId },
          ...{ quarter: Temporal.PlainDate.from(quarter), format: 'drop-in', measure, value: each },
          releasedAt: townNow,
        })),
      )
      .execute(),
  )

const pointTo = (articleKey: string, { cityId, providerId, centreId, id }: TownOffer) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('offerArticles')
      .values({ cityId, providerId, centreId, offerId: id, articleKey })
      .execute(),
  )

const moveIntoRoom = (id: string, ownPlace: string) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.updateTable('sessions').set({ ownPlace }).where('id', '=', id).execute(),
  )

const setAmounts = (cents: number) =>
  inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx.updateTable('budgetAmounts').set({ cents }).where('year', '=', 2020).execute(),
  )

async function endConnections() {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'kieznetz listening'`)
  await admin.end()
}
