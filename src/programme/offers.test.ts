import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const crawling = await town.anOffer({
  ...{
    title: 'Krabbelgruppe',
    slug: 'krabbelgruppe',
    ageFrom: 4,
    ageUntil: 14,
    languages: ['de', 'tr', 'ar'],
  },
  texts: { ar: { title: 'مجموعة الرضّع' } },
})
const crawlingToday = await town.aSession({ offer: crawling, at: '09:30', until: '11:00' })
await town.aSession({ offer: crawling, on: '2026-11-30' })

const café = await town.anOffer({ title: 'Offenes Eltern-Café', topics: ['meeting'], slug: 'eltern-cafe' })
const caféOff = await town.aSession({ offer: café, at: '15:00', until: '17:00', cancelled: 'illness' })
const caféNext = await town.aSession({ offer: café, on: '2026-11-30', at: '15:00', until: '17:00' })

const workshop = await town.anOffer({
  ...{
    title: 'Väter-Werkstatt',
    slug: 'werkstatt',
    centre: town.dotzheim,
    kind: 'activity',
    audience: 'fathers',
  },
  ...{ topics: ['fathers', 'craft'], ageFrom: 36, ageUntil: 84, priceCents: 550, pricePer: 'session' },
  ...{ registration: 'session', counts: 'child', places: 2, isStepFree: true },
})
const workshopTuesday = await town.aSession({
  offer: workshop,
  on: '2026-11-24',
  at: '16:30',
  until: '18:00',
})

const pregnancy = await town.anOffer({
  ...{
    title: 'Hebammensprechstunde',
    slug: 'hebamme',
    kind: 'counselling',
    isFromPregnancy: true,
    ageUntil: 12,
  },
  topics: ['pregnancy'],
})
await town.aSession({ offer: pregnancy, on: '2026-11-26', at: '18:00', until: null })

const neighbour = await aTown(database, { slug: 'nachbarstadt' })
await neighbour.aSession({
  offer: await neighbour.anOffer({ title: 'Fremdes Angebot', slug: 'krabbelgruppe' }),
})

describe('the list of offers', () => {
  test('names what is on by day, time first', async () => {
    const { text, titles } = await listed('/de/offers')
    expect(titles).toEqual([
      'Krabbelgruppe',
      'Offenes Eltern-Café',
      'Väter-Werkstatt',
      'Hebammensprechstunde',
    ])
    expect(text).toContain('4 Angebote')
    expect(text).toContain('Heute, Montag, 23. November')
    expect(text).toContain('Morgen, Dienstag, 24. November')
  })

  test.each([
    ['day=today', ['Krabbelgruppe', 'Offenes Eltern-Café']],
    ['day=thursday', ['Hebammensprechstunde']],
    ['part=evening', ['Hebammensprechstunde']],
    ['day=today&part=morning', ['Krabbelgruppe']],
    ['age=5m', ['Krabbelgruppe', 'Offenes Eltern-Café', 'Hebammensprechstunde']],
    ['age=3y', ['Offenes Eltern-Café', 'Väter-Werkstatt']],
    ['age=pregnant', ['Hebammensprechstunde']],
    ['district=16', ['Väter-Werkstatt']],
    ['centre=kiez-dotzheim', ['Väter-Werkstatt']],
    ['centre=nowhere', []],
    ['language=tr', ['Krabbelgruppe']],
    ['topic=craft', ['Väter-Werkstatt']],
    ['kind=counselling', ['Hebammensprechstunde']],
    ['free=yes', ['Krabbelgruppe', 'Offenes Eltern-Café', 'Hebammensprechstunde']],
    ['just-come=yes&topic=craft', []],
    ['places=yes', ['Krabbelgruppe', 'Väter-Werkstatt', 'Hebammensprechstunde', 'Offenes Eltern-Café']],
    ['places=yes&day=today', ['Krabbelgruppe']],
    ['step-free=yes', ['Väter-Werkstatt']],
    ['online=yes', []],
    [
      'nonsense=1&day=never&age=x',
      ['Krabbelgruppe', 'Offenes Eltern-Café', 'Väter-Werkstatt', 'Hebammensprechstunde'],
    ],
  ])('?%s leaves %j', async (query, expected) => {
    expect((await listed(`/de/offers?${query}`)).titles).toEqual(expected)
  })

  test('a cancelled date stays, with its reason and the next one', async () => {
    const { $ } = await listed('/de/offers?day=today')
    const card = $('.time-card--off')
    expect(card.text()).toContain('fällt heute aus')
    expect(card.text()).toContain('Grund: Krankheit · nächstes Mal: Mo., 30. Nov.')
  })

  test('chosen filters are chips that lead to the list without them', async () => {
    const { $ } = await listed('/de/offers?free=yes&day=today')
    const links = $('.chips a')
      .map((_, link) => $(link).attr('href'))
      .get()
    expect(links).toEqual(['/de/offers?free=yes', '/de/offers?day=today', '/de/offers'])
  })

  test('where a search orders them, each card says its day before its hours', async () => {
    const { $ } = await listed('/ar/offers?q=Werkstatt')
    expect($('.time-card time').text()).toContain('24 نوفمبر')
    expect($('.time-card small').text()).toBe('من 16:30 إلى 18:00')
  })

  test('nothing found says what to take away', async () => {
    const { $ } = await listed('/de/offers?topic=music&free=yes')
    expect($('.empty').text()).toContain('Dazu haben wir gerade nichts')
    expect($('.empty a').first().attr('href')).toBe('/de/offers?free=yes')
    expect($('.empty a').first().text()).toBe('Ohne „Musik“ suchen (3)')
  })

  test('nothing found never leads to another empty list', async () => {
    const { $ } = await listed('/de/offers?q=Werkstatt&topic=craft&free=yes&district=16')
    const ways = $('.empty a')
      .map((_, link) => $(link).text())
      .get()
    expect(ways.filter(way => way.startsWith('Ohne'))).toEqual(['Ohne „kostenlos“ suchen (1)'])
  })

  test('the age of a child is asked month by month, then year by year, with a year after eleven months', async () => {
    const { $ } = await listed('/ar/offers')
    const ages = $('select[name=age] option')
      .map((_, age) => $(age).text())
      .get()
    expect(ages.slice(1, 5)).toEqual(['حامل', 'أقل من شهر', 'شهر واحد', 'شهران'])
    expect(ages.slice(12, 16)).toEqual(['10 أشهر', '11 شهرًا', 'سنة واحدة', 'سنتان'])
  })

  test.each([
    ['de', '„Werkstatt“'],
    ['en', '“Werkstatt”'],
    ['ar', '«\u2068Werkstatt\u2069»'],
  ])('in %s, what was searched for stands in its own quotation marks', async (language, quoted) => {
    const { $ } = await listed(`/${language}/offers?q=Werkstatt`)
    expect($('.chips a').first().text()).toContain(quoted)
  })

  test('says until when it is true: the next start, end or midnight', async () => {
    const { response } = await listed('/de/offers?day=today')
    expect(response.headers.get('x-fresh-until')).toBe('2026-11-23T08:30:00Z')
  })

  test('a session that is over is no longer listed', async () => {
    const later = webForTest(database, { now: Temporal.Instant.from('2026-11-23T10:30:00Z') })
    const $ = load(await (await later.request('http://kleinstadt.localhost/de/offers?day=today')).text())
    expect($('.time-card h3').text()).not.toContain('Krabbelgruppe')
    await later.close()
  })
})

describe('the page of an offer', () => {
  test('says when, where, for whom, how much, and who answers for it', async () => {
    const { text } = await page('/de/offers/werkstatt')
    for (const fact of [
      'KiEZ Dotzheim',
      'Wiesbadener Straße 9',
      '3–7 Jahre',
      '5,50 € pro Termin',
      'Caritas Kleinstadt',
    ])
      expect(text).toContain(fact)
    expect(text).toContain('Datenschutz nach KDG')
  })

  test('of which each date has its places leads to the next one with room', async () => {
    const { $ } = await page('/de/offers/werkstatt')
    expect($('a.kern-btn--primary').attr('href')).toBe(`/de/join/${workshopTuesday.intakeId}`)
    expect($('.tags').first().text()).toContain('noch 2 Plätze')
  })

  test('words that do not exist in the language of the page are marked, and the page says so', async () => {
    const { $ } = await page('/ar/offers/werkstatt')
    expect($('h1 bdi').attr('lang')).toBe('de')
    expect($('h1 bdi').attr('dir')).toBe('ltr')
    expect($('.kern-alert').text()).toContain('الألمانية')
    const crawling = (await page('/ar/offers/krabbelgruppe')).$('h1 bdi')
    expect(crawling.text()).toBe('مجموعة الرضّع')
    expect(crawling.attr('dir')).toBe('rtl')
  })

  test.each([
    '/de/offers/unknown',
    '/de/offers/%00',
    '/de/sessions/1',
    `/de/sessions/${crypto.randomUUID()}`,
  ])('%s is not found', async path => expect((await page(path)).response.status).toBe(404))
})

describe('the page of a session', () => {
  test('leads to the registration while there is room', async () => {
    const { $, text } = await page(`/de/sessions/${workshopTuesday.id}`)
    expect(text).toContain('Es sind noch 2 Plätze frei.')
    expect($('a.kern-btn--primary').attr('href')).toBe(`/de/join/${workshopTuesday.intakeId}`)
  })

  test('of an open group says that one just comes', async () => {
    const { $, text } = await page(`/de/sessions/${crawlingToday.id}`)
    expect(text).toContain('Einfach kommen.')
    expect($('a.kern-btn--primary')).toHaveLength(0)
  })

  test('that is cancelled says so first and leads to the next date', async () => {
    const { $ } = await page(`/de/sessions/${caféOff.id}`)
    const notice = $('main .kern-alert').first()
    expect(notice.text()).toContain('Dieser Termin fällt aus')
    expect(notice.find('a').text()).toBe('nächstes Mal: Montag, 30. November')
    expect(notice.find('a').attr('href')).toBe(`/de/sessions/${caféNext.id}`)
    expect($('.tags').text()).not.toContain('einfach kommen')
  })
})

async function page(path: string) {
  const response = await web.request(`http://kleinstadt.localhost${path}`)
  const $ = load(await response.text())
  return { response, $, text: $('main').text().replaceAll('\u00a0', ' ') }
}

async function listed(path: string) {
  const answer = await page(path)
  const titles = answer
    .$('.time-card h3')
    .map((_, title) => answer.$(title).text())
    .get()
  return { ...answer, titles }
}
