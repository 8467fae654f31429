import { load } from 'cheerio'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const languages = ['de', 'de-simple', 'en', 'ar'] as const
const town = await aTown(database, { languages })
const web = webForTest(database)
afterAll(() => web.close())

const group = await town.anOffer({
  ...{ slug: 'krabbeln', leader: 'Frau Geheim' },
  texts: { de: { title: 'Krabbelgruppe 🎉' }, ar: { title: 'مجموعة الحبو' } },
})
await town.aSession({ offer: group, on: '2026-11-24' })
await town.aSession({ offer: group, on: '2026-11-25', cancelled: 'illness' })
for (let day = 24; day < 29; day++)
  for (const at of ['08:00', '12:00', '13:00', '14:00', '15:00', '16:00'])
    await town.aSession({ offer: group, on: `2026-11-${day}`, at, until: null })

const cards = [
  ['the week', '/centres/kiez-westend'],
  ['an offer', '/offers/krabbeln'],
] as const

describe.each(cards)('the card of %s', (_, path) => {
  test.each(languages)('is a picture for a telephone in %s, small enough to send', async language => {
    const answer = await web.get(`/${language}${path}/card.png`)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const bytes = await answer.arrayBuffer()
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1080, height: 1920 })
    expect(await sharp(bytes).stats()).toMatchObject({ isOpaque: true })
    expect(bytes.byteLength).toBeLessThan(400_000)
  })

  test.each(['de', 'ar'])(
    'has a page in %s with the picture in words, a text to copy and no script of its own',
    async language => {
      const page = load(await (await web.get(`/${language}${path}/card`)).text())
      const words = page('textarea').text()
      expect(words).toContain(`http://localhost/${language}${path}`)
      expect(page('img').attr('alt')).toContain(words)
      expect(page('img').attr('src')).toBe(`/${language}${path}/card.png`)
      expect(page('a[download]').attr('href')).toBe(`/${language}${path}/card.png`)
      // Only what every page for families has: the way out, and what it takes along without a network.
      expect(page('script:not([src*="/leave-quickly-"], [src*="/works-offline-"])').length).toBe(0)
      expect(words).not.toContain('Geheim')
    },
  )

  test('is the same for everybody until midnight', async () => {
    const [one, other] = [await web.get(`/de${path}/card.png`), await web.get(`/de${path}/card.png`)]
    expect(one.headers.get('x-fresh-until')).toBe('2026-11-23T23:00:00Z')
    expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await other.arrayBuffer()))).toBe(true)
  })
})

test('the words of a full week are as many as one reads in a chat, without what is cancelled', async () => {
  const page = load(await (await web.get('/de/centres/kiez-westend/card')).text())
  const lines = page('textarea').text().trim().split('\n')
  expect(lines[0]).toBe('KiEZ Westend: Was ist los?')
  expect(lines).toHaveLength(11)
  expect(lines[9]).toBe('und 23 weitere Termine')
})

test('what is not there has no card', async () => {
  for (const path of ['/centres/unknown/card', '/centres/unknown/card.png', '/offers/unknown/card.png'])
    expect((await web.get(`/de${path}`)).status).toBe(404)
})
