import { afterAll, beforeAll, expect, test } from 'vitest'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownSession } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { registers, page } = familiesAt(web)
afterAll(web.close)

let session: TownSession
beforeAll(async () => {
  const offer = await town.anOffer({
    ...{ title: 'Musikgarten', registration: 'session', counts: 'child', places: 9 },
  })
  session = await town.aSession({ offer, on: '2026-12-07' })
})

test.each(['de', 'ar', 'en'])(
  'a family opens its registration on paper, in %s, and nobody gets in by it',
  async language => {
    const { link, code } = await registers(session, { language })
    const address = await paperOf(link, language)
    const answer = await web.get(address)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const sheet = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(sheet).toMatchObject({ isTagged: true, language, showsTitle: true, pages: 1 })
    for (const said of ['Musikgarten', 'Mila', `localhost/${language}/my`]) expect(sheet.text).toContain(said)
    for (const kept of [link, code, 'Amina']) expect(sheet.text).not.toContain(kept)
  },
)

test('there is none for what was cancelled, and none of another family', async () => {
  const [mine, theirs] = [await registers(session), await registers(session)]
  const [paper, other] = [await paperOf(mine.link), await paperOf(theirs.link)]
  expect((await web.get(other.replace(theirs.link, mine.link))).status).toBe(404)
  await web.post(`/de/my/${mine.link}/cancel`, {})
  expect((await web.get(paper)).status).toBe(404)
  expect((await page(`/de/my/${mine.link}/family`)).$('a[href$="/registration.pdf"]')).toHaveLength(0)
})

const paperOf = async (link: string, language = 'de') => {
  const { $ } = await page(`/${language}/my/${link}/family`)
  return String($('a[href$="/registration.pdf"]').attr('href'))
}
