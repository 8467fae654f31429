import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
await aTown(database, { slug: 'nachbarstadt' })
await town.aSession({ offer: await town.anOffer({ title: 'Krabbelgruppe' }) })
await town.aSession({
  offer: await town.anOffer({ title: 'Werkstatt', centre: town.dotzheim }),
  at: '16:00',
  until: '18:00',
})
const web = webForTest(database)
afterAll(web.close)

describe('the list of centres', () => {
  test('begins with the centre of the district that was chosen', async () => {
    const { $ } = await page('/de/centres?district=16')
    expect(
      $('.kern-card h2')
        .map((_, name) => $(name).text())
        .get(),
    ).toEqual(['KiEZ Dotzheim', 'KiEZ Westend'])
    expect($('.kern-card').first().text()).toContain('für deinen Stadtteil da')
  })

  test('says of each whether it is open today, and gives its number', async () => {
    const { $ } = await page('/de/centres')
    expect($('.kern-card').first().find('.tags').text()).toContain('heute 9:00–17:00')
    expect($('.kern-card').first().find('a[href^="tel:"]').text()).toBe('+49 69 90009-100')
    const sunday = webForTest(database, { now: Temporal.Instant.from('2026-11-22T08:00:00Z') })
    const closed = load(await (await sunday.request('http://kleinstadt.localhost/ar/centres')).text())
    expect(closed('.kern-card').first().find('.tags').text()).toContain('مغلق اليوم')
    await sunday.close()
  })

  test('is complete beside the map, which is an image of its own', async () => {
    const { $ } = await page('/de/centres')
    const map = await web.request(`http://kleinstadt.localhost${$('img.map').attr('src')}`)
    expect(map.headers.get('content-type')).toContain('image/svg+xml')
    expect(map.headers.get('cache-control')).toContain('immutable')
    const drawing = load(await map.text(), { xml: true })
    expect(drawing('path')).toHaveLength(2)
    expect(drawing('circle')).toHaveLength(2)
  })

  test.each(['%00', '<script>', 'unknown'])('a district nobody knows (%s) is ignored', async code => {
    const { response, $ } = await page(`/de/centres?district=${encodeURIComponent(code)}`)
    expect(response.status).toBe(200)
    expect($('h1').text()).toBe('Zentren')
  })
})

test('the colours of the centres are a stylesheet that changes its address with them', async () => {
  const { $ } = await page('/de/centres')
  const href = $('link[href*="accents"]').attr('href')
  const styles = await web.request(`http://kleinstadt.localhost${href}`)
  expect(styles.headers.get('content-type')).toContain('text/css')
  expect(await styles.text()).toContain('.accent-kiez-westend{--accent:#7a2f5f')
})

describe('the page of a centre', () => {
  test('shows its own plan, hours, contact and who answers for its data', async () => {
    const { $, text } = await page('/de/centres/kiez-westend')
    expect($('.week').text()).toContain('Krabbelgruppe')
    expect($('.week').text()).not.toContain('Werkstatt')
    for (const fact of [
      '9:00–17:00',
      'Wellritzstraße 38',
      '+49 69 90009-100',
      'Datenschutz nach DSGVO',
      'Bus 4',
    ])
      expect(text).toContain(fact)
  })

  test('says the number and the hours of today before the programme', async () => {
    const { text } = await page('/ar/centres/kiez-westend')
    const [today, number, plan] = ['اليوم من 9:00 إلى 17:00', '+49 69 90009-100', 'برنامج هذا الأسبوع'].map(
      words => text.indexOf(words),
    )
    expect(today).toBeGreaterThan(0)
    expect(number).toBeGreaterThan(today ?? 0)
    expect(plan).toBeGreaterThan(number ?? 0)
  })

  test('that does not exist here is not found', async () => {
    expect((await page('/de/centres/kiez-unknown')).response.status).toBe(404)
  })
})

test('a district is chosen from the map or from the list, and kept in the address', async () => {
  const { $ } = await page('/ar/districts')
  const inMap = $('svg.map a').map((_, link) => $(link).attr('href'))
  const inList = $('.chips a').map((_, link) => $(link).attr('href'))
  expect(inList.get()).toEqual(['/ar?district=16', '/ar?district=08'])
  expect(inMap.get().sort()).toEqual(inList.get().sort())
})

test('districts stand in the order of their names, each with its centre, and so do those on the map', async () => {
  const { $ } = await page('/ar/districts')
  const names = $('.chips a').map((_, link) => $(link).text())
  expect(names.get()).toEqual(['DotzheimKiEZ Dotzheim', 'WestendKiEZ Westend'])
  const written = $('svg.map text').map((_, name) => $(name).text())
  expect(written.get()).toEqual(['Westend', 'Dotzheim'])
  const choices = (await page('/de/offers'))
    .$('select[name=district] option')
    .map((_, each) => $(each).text())
  expect(choices.get().slice(1)).toEqual(['Dotzheim', 'Westend'])
})

test('the menu comes before the languages, as it stands on a wide screen', async () => {
  const { $ } = await page('/de/centres')
  const ways = $('header nav').map((_, nav) => $(nav).attr('class'))
  expect(ways.get()).toEqual(['tabs', 'languages'])
})

test('a chosen district goes along to the other pages and languages', async () => {
  const { $ } = await page('/de?district=16')
  expect($('.tabs a').eq(1).attr('href')).toBe('/de/offers?district=16')
  expect($('a[hreflang=ar]').attr('href')).toBe('/ar?district=16')
})

describe('the home page', () => {
  test('shows first what is on near the district', async () => {
    const { $ } = await page('/de?district=16')
    expect(
      $('.time-card h3')
        .map((_, title) => $(title).text())
        .get(),
    ).toEqual(['Werkstatt', 'Krabbelgruppe'])
    expect($('h1').text().replace('\u200b', '')).toBe('Heute in Dotzheim')
  })

  test('asks what one looks for before it lists anything', async () => {
    const { $ } = await page('/ar')
    const [tiles, cards] = [$('.tiles'), $('.time-card')].map(part => $('main *').index(part.first()))
    expect(tiles).toBeLessThan(cards ?? 0)
  })

  test('lists all centres beside the map', async () => {
    const { $ } = await page('/en')
    expect(
      $('.link-list a')
        .map((_, name) => $(name).text())
        .get(),
    ).toEqual(['KiEZ Dotzheim', 'KiEZ Westend'])
  })

  test('in the evening begins with the next day on which something is on', async () => {
    const later = webForTest(database, { now: Temporal.Instant.from('2026-11-21T20:00:00Z') })
    const $ = load(await (await later.request('http://kleinstadt.localhost/de')).text())
    expect($('main').text()).toContain('Heute ist nichts mehr.')
    expect($('h1').text()).toBe('Bald ist wieder etwas los')
    expect($('.time-card h3').first().text()).toBe('Krabbelgruppe')
    await later.close()
  })
})

describe.each(['de', 'en', 'ar'])('in %s', language => {
  test.each(['promise', 'imprint', 'privacy', 'accessibility', 'sources'])('/%s can be read', async name => {
    const { response, $ } = await page(`/${language}/${name}`)
    expect(response.status).toBe(200)
    expect($('h1')).toHaveLength(1)
    expect($('main').text()).not.toContain('centres.')
  })
})

test('what changes only by hand may be kept until midnight in the city', async () => {
  for (const path of ['/de/centres', '/de/districts', '/de/promise', '/de/map.svg'])
    expect((await page(path)).response.headers.get('x-fresh-until')).toBe('2026-11-23T23:00:00Z')
})

test('of a source only what the city said about it is told', async () => {
  const { $ } = await page('/de/sources')
  const facts = $('main dd').map((_, fact) => $(fact).text())
  expect(facts.get()).toEqual(['OpenStreetMap', 'ODbL-1.0'])
})

test('each provider has its law, its officer and its authority', async () => {
  const { $ } = await page('/de/privacy')
  expect($('#caritas').text()).toContain('Kirchlichen Datenschutz (KDG)')
  expect($('#caritas').text()).toContain('datenschutz.caritas@example.org')
  expect($('#awo').text()).toContain('Hessischer Beauftragter')
  // Folded, with the target of links inside, because a browser unfolds what it is sent into.
  expect($('details:not([open]) #awo')).toHaveLength(1)
})

async function page(path: string) {
  const response = await web.request(`http://kleinstadt.localhost${path}`)
  const $ = load(await response.text())
  return { response, $, text: $('main').text() }
}
