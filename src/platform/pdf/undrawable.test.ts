import { expect, test } from 'vitest'
import { readPdf } from '../../../tests/support/pdf.ts'
import { makePdf, makePicture } from './make-pdf.ts'
import { undrawableIn, withoutUndrawable } from './undrawable.ts'

const template = `
#set document(title: "x")
#set text(font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"), fallback: false)
#json(bytes(sys.inputs.data)).words`

test.each([
  ['a picture is left out', 'Kinderfest 🎉 im Hof', 'Kinderfest  im Hof'],
  ['so is one of several signs', 'Kommt 👨‍👩‍👧!', 'Kommt !'],
  ['a script without a font is marked', 'Nino (ნინო)', 'Nino (????)'],
  ['what no keyboard writes is left out', 'Krabbel\u{e000}gruppe', 'Krabbelgruppe'],
])('%s, and the sheet is set', async (_, words, set) => {
  const { text } = await readPdf(await makePdf({ template, data: { words } }))
  expect(unspaced(text)).toBe(unspaced(set))
})

test.each([
  ['German', 'Grüße, Straße, 5,50 €'],
  ['Turkish, Polish, Romanian, French', 'Çocuk şarkı ığ · Źdźbło żółć · știință țară · œuvre où'],
  ['Ukrainian, Russian, Bulgarian', 'Привіт їжачок ґанок · Съешь ещё · Здравейте ъгъл'],
  ['Tigrinya', 'ሰላም እንቋዕ ደሓን መጻእኩም'],
])('%s comes out as it went in, letter by letter', async (_, words) => {
  const { text, fonts, fontNames } = await readPdf(await makePdf({ template, data: { words } }))
  expect(unspaced(text)).toBe(unspaced(words))
  expect(fonts).toEqual({ all: fonts.all, embedded: fonts.all, readable: fonts.all })
  // A font of the machine would do on this machine alone.
  for (const name of fontNames) expect(name).toMatch(/^NotoSans/)
})

test.each([
  ['Arabic', 'مرحبا بكم في المركز'],
  ['Persian', 'خوش آمدید، گروه کودکان، پچ‌پچ'],
])('no letter of %s is missing', async (_, words) => {
  const { text, fontNames } = await readPdf(await makePdf({ template, data: { words } }))
  const said = text.normalize('NFKC')
  expect(
    [...words.normalize('NFKC')].filter(letter => /\p{L}/u.test(letter) && !said.includes(letter)),
  ).toEqual([])
  for (const name of fontNames) expect(name).toMatch(/^NotoSans/)
})

test('a picture of a sheet is made of the same mended words', async () => {
  const picture = await makePicture({ template, data: { words: 'Fest 🎉' } })
  expect(Buffer.from(picture.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
})

test('control: what is wrong with a sheet itself names no letter', () => {
  expect(undrawableIn('PDF/UA-1 error: missing alt text')).toEqual([])
})

test('words inside lists and pictures are mended too; all else stays as it is', () => {
  const data = { a: ['x☃y', { b: 'ნ' }], count: 3, none: null }
  expect(withoutUndrawable(data, ['☃', 'ნ'])).toEqual({ a: ['xy', { b: '?' }], count: 3, none: null })
})

/** Where words are drawn in pieces, the spaces between them are only moves of the pen. */
const unspaced = (text: string) => text.replace(/\s/g, '')
