import { afterAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { spokenTag } from '../platform/wording/wording.ts'

const database = await databaseForThisFile()
const languages = ['de', 'de-simple', 'en', 'ar'] as const
const town = await aTown(database, { languages })
const web = webForTest(database)
afterAll(() => web.close())

const group = await town.anOffer({
  ...{ slug: 'krabbeln', place: 'Raum 2', languages: ['de', 'ar'], leader: 'Frau Geheim' },
  texts: {
    de: { title: 'Krabbelgruppe', summary: 'Für die Kleinsten.' },
    ar: { title: 'مجموعة الحبو', summary: 'للصغار.' },
  },
})
await town.aSession({ offer: group, on: '2026-11-24' })
await town.aSession({ offer: group, on: '2026-11-26', at: '15:00', until: null, cancelled: 'illness' })
const draft = await town.anOffer({ title: 'Noch geheim', state: 'draft' })
await town.aSession({ offer: draft, on: '2026-11-24' })

const sheets = [
  ['week plan', '/centres/kiez-westend/week-a4.pdf', '/centres/kiez-westend'],
  ['week plan on A3', '/centres/kiez-westend/week-a3.pdf', '/centres/kiez-westend'],
  ['poster', '/offers/krabbeln/poster.pdf', '/offers/krabbeln'],
  ['booklet', '/centres/kiez-westend/booklet.pdf', '/centres/kiez-westend'],
] as const

describe.each(sheets)('the %s', (_, path, leadsTo) => {
  test.each(languages)(
    'is a PDF/UA-1 in %s: tagged, titled, with its language and its own fonts',
    async language => {
      const sheet = await readSheet(`/${language}${path}`)
      expect(sheet).toMatchObject({ isTagged: true, showsTitle: true, language: spokenTag(language) })
      expect(sheet.claims).toBe('<pdfuaid:part>1</pdfuaid:part>')
      expect(sheet.title).toContain('KiEZ Westend')
      expect(sheet.roles.filter(role => role === 'H1')).toHaveLength(1)
      const { all } = sheet.fonts
      expect(sheet.fonts).toEqual({ all, embedded: all, readable: all })
      for (const name of sheet.fontNames) expect(name).toMatch(/^NotoSans/)
      expect(sheet.size).toBeLessThan(120_000)
    },
  )

  test.each(languages)(
    'leads to its page in %s, as a code with words and in plain letters',
    async language => {
      const sheet = await readSheet(`/${language}${path}`)
      const address = `localhost/${language}${leadsTo}`
      expect(sheet.alternatives.join()).toContain(`http://${address}`)
      expect(plain(sheet.text)).toContain(address)
    },
  )

  test('says who it is, and where, and never what is not published', async () => {
    const { text } = await readSheet(`/de${path}`)
    for (const said of ['KiEZ Westend', 'Wellritzstraße 38', 'Krabbelgruppe', 'Raum 2'])
      expect(text).toContain(said)
    for (const hidden of ['Noch geheim', 'Frau Geheim']) expect(text).not.toContain(hidden)
  })

  test('lies inside its page, to the last word', async () => {
    for (const language of languages) expectInside(await readSheet(`/${language}${path}`))
  })

  test('is kept until midnight, and the same bytes for everybody', async () => {
    const [one, other] = [await web.get(`/de${path}`), await web.get(`/de${path}`)]
    expect(one.headers.get('x-fresh-until')).toBe('2026-11-23T23:00:00Z')
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer()))).toBe(true)
  })
})

test.each([
  ['de', 'Krabbelgruppe, 9:30–11:00', 'Dienstag, 24. November'],
  ['ar', 'مجموعة الحبو', 'الثلاثاء، 24 نوفمبر'],
])(
  'the week in pictures is one page without words, which only a screen reader says: %s',
  async (language, date, day) => {
    const sheet = await readSheet(`/${language}/centres/kiez-westend/week-pictures.pdf`)
    expect(sheet).toMatchObject({ isTagged: true, language, pages: 1 })
    expect(sheet.claims).toBe('<pdfuaid:part>1</pdfuaid:part>')
    for (const words of [date, day]) {
      expect(sheet.alternatives.join()).toContain(words)
      expect(sheet.text).not.toContain(words)
    }
    expectInside(sheet)
  },
)

test.each(['week-a4', 'week-a3'])('an ordinary week (%s) is one page', async name => {
  expect((await readSheet(`/de/centres/kiez-westend/${name}.pdf`)).pages).toBe(1)
})

const weeks = {
  de: ['2026-12-07', '2026-12-09', '2026-12-11'],
  ar: ['2026-12-14', '2026-12-16', '2026-12-18'],
} as const

describe('the week', () => {
  const ownTexts = async (path: string) => (await readSheet(path)).text

  test('has a heading for each day, in order, and says what does not take place', async () => {
    const { roles, text } = await readSheet('/de/centres/kiez-westend/week-a4.pdf')
    expect(roles.filter(role => role === 'H2')).toHaveLength(5)
    const places = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'].map(day => text.indexOf(day))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(text).toContain('fällt aus')
    expect(text).toContain('Grund: Krankheit')
  })

  test('is whole also on its last day', async () => {
    const friday = webForTest(database, { now: Temporal.Instant.from('2026-11-27T20:00:00Z') })
    const answer = await friday.get('/de/centres/kiez-westend/week-a4.pdf')
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain('Raum 2')
    await friday.close()
  })

  test('is on Sunday already the next one', async () => {
    const sunday = webForTest(database, { now: Temporal.Instant.from('2026-11-29T09:00:00Z') })
    const answer = await sunday.get('/de/centres/kiez-westend/week-a4.pdf')
    expect((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text).toContain('30. Nov.')
    await sunday.close()
  })

  test.each([
    ['de', 'In dieser Woche ist nichts geplant.'],
    ['en', 'Nothing is planned this week.'],
  ])('without any date says so in %s', async (language, words) => {
    expect(await ownTexts(`/${language}/centres/kiez-westend/week-a4.pdf?from=2027-02-03`)).toContain(words)
  })

  test.each<['de' | 'ar', string, string]>([
    ['de', 'ohne Papiere', 'mit Essen'],
    ['ar', 'بدون أوراق', 'مع طعام'],
  ])(
    'shows what makes it easy to come as pictures, and says once in %s what they mean',
    async (language, ...words) => {
      const at = { ...{ centre: town.dotzheim }, title: `Café ${language}` }
      const [monday, wednesday, friday] = weeks[language]
      const week = `/${language}/centres/kiez-dotzheim/week-a4.pdf?from=${monday}`
      const cafe = await town.anOffer({ ...at, eases: ['no-papers', 'food'] })
      for (const on of [wednesday, friday]) await town.aSession({ offer: cafe, on })
      const off = await town.anOffer({ ...at, eases: ['pram'] })
      await town.aSession({ offer: off, on: wednesday, cancelled: 'illness' })
      const { alternatives, text } = await readSheet(week)
      for (const word of words) {
        expect(alternatives.filter(alternative => alternative === word)).toHaveLength(2)
        if (language === 'de') expect(plain(text)).toContain(plain(word))
      }
      expect(alternatives).toHaveLength(5)
    },
  )

  test('in Arabic begins on the right', async () => {
    const titleAndTime = async (language: string) => {
      const { words } = await readSheet(`/${language}/centres/kiez-westend/week-a4.pdf`)
      const place = words.find(({ text }) => text.includes('Raum'))
      const time = words.find(({ text }) => text.includes('9:30'))
      return [place?.x ?? 0, time?.x ?? 0] as const
    }
    const [placeInGerman, timeInGerman] = await titleAndTime('de')
    const [placeInArabic, timeInArabic] = await titleAndTime('ar')
    expect(timeInGerman).toBeLessThan(placeInGerman)
    expect(timeInArabic).toBeGreaterThan(placeInArabic)
  })

  test('however full, loses nothing: it goes on on another page', async () => {
    const title =
      'Gemeinsam größere Überraschungen aus Öl, Töpferton und Gemüse basteln und Donaudampfschifffahrt'
    const offer = await town.anOffer({
      centre: town.dotzheim,
      title,
      place: 'Mehrzweckraum im Untergeschoss',
    })
    for (let day = 0; day < 7; day++)
      for (let hour = 8; hour < 18; hour++)
        await town.aSession({
          ...{ offer, on: Temporal.PlainDate.from('2026-11-23').add({ days: day }).toString() },
          ...{ at: `${String(hour).padStart(2, '0')}:00`, until: `${String(hour + 1).padStart(2, '0')}:00` },
        })
    const sheet = await readSheet('/de/centres/kiez-dotzheim/week-a4.pdf')
    expect(sheet.pages).toBeGreaterThan(1)
    expect(plain(sheet.text).split('Donaudampf').length - 1).toBe(70)
    expectInside(sheet)
  })

  test.each(['2026-13-01', 'morgen', '1999-01-01', '2031-01-01'])(
    'of no such day (%s) is not there',
    async from => {
      expect((await web.get(`/de/centres/kiez-westend/week-a4.pdf?from=${from}`)).status).toBe(404)
    },
  )
})

describe('a poster', () => {
  test.each([
    ['a very long title', 'Elterngeldantragsberatungsnachmittag '.repeat(3).trim()],
    ['a word without an end', 'A'.repeat(120)],
  ])('with %s stays one page', async (_, title) => {
    const slug = `lang-${title.length}`
    const body = { title, summary: 'Wir nehmen uns Zeit und gehen alles in Ruhe durch. '.repeat(6) }
    await town.anOffer({ slug, texts: { de: body } })
    const sheet = await readSheet(`/de/offers/${slug}/poster.pdf`)
    expect(sheet.pages).toBe(1)
    expectInside(sheet)
  })

  test('of an offer without dates says so', async () => {
    await town.anOffer({ slug: 'ohne', title: 'Ohne Termin' })
    expect((await readSheet('/de/offers/ohne/poster.pdf')).text).toContain('ohne festen Termin')
  })

  test('of what is not published is not there', async () => {
    expect((await web.get(`/de/offers/${draft.slug}/poster.pdf`)).status).toBe(404)
  })
})

describe('the booklet', () => {
  test('tells each offer once, below what it is for, with its rhythm or its next dates', async () => {
    const { text, roles } = await readSheet('/de/centres/kiez-westend/booklet.pdf')
    expect(text).toContain('August 2026 bis Januar 2027')
    expect(text).toContain('Leute treffen')
    expect(text.split('Krabbelgruppe').length - 1).toBe(1)
    expect(text).toContain('Dienstag, 24. November, 9:30–11:00')
    expect(roles.filter(role => role === 'H3')).toHaveLength(1)
  })

  test('of a season for which nothing is published says so', async () => {
    const { text } = await readSheet('/de/centres/kiez-westend/booklet.pdf?from=2027-02-01')
    expect(text).toContain('Februar 2027 bis Juli 2027')
    expect(text).toContain('noch nichts veröffentlicht')
  })
})

async function readSheet(path: string) {
  const answer = await web.get(path)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

/** No word begins or ends beyond the paper. */
const expectInside = ({ words }: Awaited<ReturnType<typeof readPdf>>) => {
  for (const { text, x, y, right, width, height } of words) {
    expect(x, text).toBeGreaterThanOrEqual(0)
    expect(right, text).toBeLessThanOrEqual(width)
    expect(y, text).toBeGreaterThan(0)
    expect(y, text).toBeLessThan(height)
  }
}

/** Without the marks of direction and the places where lines break. */
const plain = (text: string) => text.replace(/[\u2066-\u2069\u200b\s]/g, '')
