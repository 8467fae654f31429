import { load } from 'cheerio'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const title = 'Eltern & <Kind> "Café"\u0001'
const texts = { ar: { title: 'مقهى', summary: 'أهلًا & سهلًا' } }
const offer = await town.anOffer({ title, texts, place: 'Raum 1' })
const usual = await town.aSession({ offer, on: '2026-11-24' })
const gone = await town.aSession({
  offer,
  on: '2026-11-27',
  cancelled: 'illness',
  cancelNote: 'Nächste Woche wieder.',
})
const moved = await town.aSession({
  ...{ offer, on: '2026-12-02', at: '14:00', until: null },
  own: { movedFrom: Temporal.Instant.from('2026-12-01T08:30:00Z') },
})
await town.aSession({ offer, on: '2026-12-24' })
const feed = '/de/centres/kiez-westend/news'

describe('the news of a centre, read by a program that we did not write', () => {
  test('as Atom: each date of two weeks, the changed one first, with its day of telling', async () => {
    const { response, text } = await read(`${feed}.atom`)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const atom = parseAtomFeed(text)
    expect(atom).toMatchObject({
      id: `http://localhost${feed}.atom`,
      title: { value: 'Was kommt, was sich ändert: KiEZ Westend' },
      updated: '2026-11-23T08:00:00Z',
    })
    expect(atom.links).toContainEqual({
      ...{ rel: 'self', type: 'application/atom+xml', href: `http://localhost${feed}.atom` },
    })
    expect(text).toContain('xml:lang="de"')
    const entries = atom.entries ?? []
    expect(entries.map(({ id }) => id)).toEqual([gone, moved, usual].map(({ id }) => `urn:uuid:${id}`))
    expect(entries[0]).toMatchObject({
      title: { value: 'Fällt aus: Eltern & <Kind> "Café" am Fr., 27. Nov.' },
      published: '2026-11-12T23:00:00Z',
      updated: '2026-11-23T08:00:00Z',
    })
    expect(entries[2]?.updated).toBe(entries[2]?.published)
  })

  test('as RSS: a date that has changed is a new one, because its readers know no change', async () => {
    const { response, text } = await read(`${feed}.rss`)
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const rss = parseRssFeed(text)
    expect(rss).toMatchObject({ language: 'de', link: 'http://localhost/de/centres/kiez-westend' })
    expect(rss.items?.map(({ guid }) => guid)).toEqual([
      { value: `urn:uuid:${gone.id}#1`, isPermaLink: false },
      { value: `urn:uuid:${moved.id}`, isPermaLink: false },
      { value: `urn:uuid:${usual.id}`, isPermaLink: false },
    ])
    expect(rss.items?.[0]?.pubDate).toBe('Mon, 23 Nov 2026 08:00:00 +0000')
    expect(rss.items?.[0]?.description).toContain('Nächste Woche wieder.')
  })

  test('as JSON Feed 1.1, with what a program wants to know of a date', async () => {
    const { response, text } = await read(`${feed}.json`)
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
    expect(parseJsonFeed(text).items).toHaveLength(3)
    const { items, ...head } = JSON.parse(text)
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Was kommt, was sich ändert: KiEZ Westend',
      home_page_url: 'http://localhost/de/centres/kiez-westend',
      feed_url: `http://localhost${feed}.json`,
      language: 'de',
    })
    for (const item of items) {
      expect(typeof item.id).toBe('string')
      expect(item.content_text).not.toBe('')
      for (const name of ['date_published', 'date_modified'])
        expect(Temporal.Instant.from(item[name]).epochMilliseconds).toBeGreaterThan(0)
    }
    expect(items.map(({ _event }: { _event: { status: string } }) => _event.status)).toEqual([
      'cancelled',
      'scheduled',
      'scheduled',
    ])
    expect(items[1]._event).not.toHaveProperty('end')
  })

  test('in Arabic, with the words of the offer; a moved date says from when', async () => {
    const { text } = await read('/ar/centres/kiez-westend/news.atom')
    const entries = parseAtomFeed(text).entries ?? []
    expect(entries[0]?.title?.value).toContain('أُلغي: مقهى')
    expect(entries[0]?.content?.value).toContain('أهلًا & سهلًا')
    expect(entries[1]?.content?.value).toContain('تغيّر الموعد')
  })

  test('by a choice of filters, and in a city without dates, they are valid too', async () => {
    expect(parseAtomFeed((await read('/de/news.atom?kind=encounter')).text).entries).toHaveLength(3)
    expect(parseAtomFeed((await read('/de/news.atom?kind=counselling')).text).entries ?? []).toEqual([])
    expect(parseRssFeed((await read('/de/news.rss?kind=counselling')).text).items ?? []).toEqual([])
  })
})

describe('the page that says how to get them', () => {
  test.each([
    ['de', 'Termine im eigenen Kalender'],
    ['en', 'Dates in your own calendar'],
    ['ar', 'المواعيد في تقويمكم'],
  ])('in %s: a button for the phone, a way for Google, the address, the feeds', async (language, heading) => {
    const $ = load((await read(`/${language}/centres/kiez-westend/subscribe`)).text)
    expect($('h1').text()).toBe(heading)
    const path = `/${language}/centres/kiez-westend`
    expect($(`a[href="webcal://localhost${path}/calendar.ics"]`)).toHaveLength(1)
    expect($('a[href^="https://calendar.google.com/"]').attr('href')).toContain(
      encodeURIComponent(`webcal://localhost${path}/calendar.ics`),
    )
    expect($('input[readonly]').attr('value')).toBe(`http://localhost${path}/calendar.ics`)
    for (const form of ['atom', 'rss', 'json']) expect($(`a[href="${path}/news.${form}"]`)).toHaveLength(1)
  })

  test('stands behind a link on the page of the centre and below a list, with the choice it is for', async () => {
    const centre = load((await read('/de/centres/kiez-westend')).text)
    expect(centre('a[href="/de/centres/kiez-westend/subscribe"]').text()).toBe('In meinen Kalender')
    const list = load((await read('/de/offers?day=today&kind=encounter&places=yes')).text)
    expect(list('a[href="/de/subscribe"]')).toHaveLength(0)
    const lasting = load((await read('/de/offers?kind=encounter')).text)
    expect(lasting('a[href="/de/subscribe?kind=encounter"]')).toHaveLength(1)
    expect(load((await read('/de/subscribe?kind=encounter')).text)('input[readonly]').attr('value')).toBe(
      'http://localhost/de/calendar.ics?kind=encounter',
    )
  })

  test('feed readers find both by themselves', async () => {
    for (const [page, at] of [
      ['/ar/centres/kiez-westend', '/ar/centres/kiez-westend/'],
      ['/ar/offers', '/ar/'],
    ]) {
      const $ = load((await read(page ?? '')).text)
      expect($('link[rel=alternate][type="application/atom+xml"]').attr('href')).toBe(`${at}news.atom`)
      expect($('link[rel=alternate][type="text/calendar"]').attr('href')).toBe(`${at}calendar.ics`)
    }
  })
})

async function read(path: string) {
  const response = await web.get(path)
  expect(response.status).toBe(200)
  return { response, text: await response.text() }
}
