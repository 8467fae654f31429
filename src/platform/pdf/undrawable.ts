/**
 * The letters that none of our fonts has, from what Typst says of a sheet: PDF/UA-1 allows no empty boxes, and one
 * word of a visitor must not cost everybody the sheet.
 */
export const undrawableIn = (fault: string): string[] => [
  ...new Set([...fault.matchAll(/the text `\\*"(.+?)\\*"` could not/g)].map(([, text = '']) => plain(text))),
]

/** The same data without these letters: pictures are left out, letters of a script we have no font for become "?". */
export const withoutUndrawable = <Data>(data: Data, undrawable: readonly string[]): Data => {
  const longestFirst = undrawable.toSorted((one, other) => other.length - one.length)
  const mended = (text: string) =>
    longestFirst.reduce((rest, letters) => rest.replaceAll(letters, isLetters(letters) ? '?' : ''), text)
  return JSON.parse(JSON.stringify(data), (_, value) => (typeof value === 'string' ? mended(value) : value))
}

const isLetters = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Typst writes what is no letter as `\u{1f}`. */
const plain = (text: string) =>
  text.replace(/\\+u\{([\da-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
