import { afterAll, describe, expect, test } from 'vitest'
import { someMoney } from '../../tests/support/money.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { readToldStory } from '../../tests/support/story.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { makePdf } from '../platform/pdf/make-pdf.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(() => web.close())
await someMoney(town)
await town.anOffer({ kind: 'education', languages: ['de', 'ar'] })

describe.each([
  ['de', 'Unser Netz in zehn Sätzen'],
  ['en', 'Our network in ten sentences'],
  ['ar', 'شبكتنا في عشر جمل'],
])('the sheet for the press in %s', async (language, title) => {
  const sheet = await readSheet(`/${language}/story.pdf`)
  const told = readToldStory(await (await web.get(`/${language}/story`)).text())

  test('says that it is tagged, in which language, and what it is called', () => {
    expect(sheet.isTagged).toBe(true)
    expect(sheet.language).toBe(language)
    expect(sheet.title).toContain(title)
    expect(sheet.claims).toBe('<pdfuaid:part>1</pdfuaid:part>')
    expect(sheet.showsTitle).toBe(true)
  })

  test('is two pages at most, and small', () => {
    expect(sheet.pages).toBeLessThanOrEqual(2)
    expect(sheet.size).toBeLessThan(150_000)
  })

  test('has one heading, and a picture with words for each sentence that has one', () => {
    expect(sheet.roles.filter(role => /^H\d?$/.test(role))).toEqual(['H1'])
    expect(sheet.alternatives).toEqual(told.flatMap(({ picture }) => (picture ? [picture] : [])))
    expect(sheet.roles.filter(role => role === 'Figure')).toHaveLength(sheet.alternatives.length)
  })

  test('brings its fonts, and each letter of them can be read out', () => {
    const { all } = sheet.fonts
    expect(all).toBeGreaterThanOrEqual(2)
    expect(sheet.fonts).toEqual({ all, embedded: all, readable: all })
  })

  test('says what the page says', () => {
    const said = lettersOf(sheet.text)
    // Arabic is drawn from right to left in pieces, so there it is each letter that must be readable.
    for (const { sentence, figures } of told)
      for (const words of [sentence, ...Object.keys(figures)].map(lettersOf))
        if (language === 'ar') expect([...words].filter(letter => !said.includes(letter))).toEqual([])
        else expect(said).toContain(words)
  })
})

test('control: a picture without words is refused', async () => {
  const template = '#set document(title: "x")\n#image(bytes(json(bytes(sys.inputs.data))), format: "svg")'
  const data = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
  await expect(makePdf({ template, data })).rejects.toThrow('alt')
})

test('words that look like markup stay words', async () => {
  const template = '#set document(title: "x")\n#json(bytes(sys.inputs.data))'
  const words = '#panic("x") *bold* $1$'
  expect((await readPdf(await makePdf({ template, data: words }))).text).toContain(words)
})

/** Letters and digits alone: where lines break makes no difference. */
const lettersOf = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

async function readSheet(path: string) {
  const answer = await web.get(path)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}
