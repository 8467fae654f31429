import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { answerWork } from '../lazy-process-work.ts'
import type { Sheet, SheetWork } from './sheet.ts'
import { undrawableIn, withoutUndrawable } from './undrawable.ts'

/** The process in which sheets are set: each message is a sheet, answered with its PDF or with a picture of it. */
const require = createRequire(import.meta.url)
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler') as Typst
type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** Latin, Greek and Cyrillic; Arabic and Persian; Ge'ez. All under the SIL Open Font License. */
const fontPaths = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/800ExtraBold/NotoSansArabic_800ExtraBold.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf',
  '@expo-google-fonts/noto-sans-ethiopic/800ExtraBold/NotoSansEthiopic_800ExtraBold.ttf',
].map(font => require.resolve(font))

// The workspace holds nothing but a font: a sheet reads no file.
const compiler = NodeCompiler.create({ workspace: dirname(fontPaths[0] ?? ''), fontArgs: [{ fontPaths }] })

answerWork(async ({ sheet, as }: SheetWork): Promise<Uint8Array> => {
  const { pdf, set } = drawn(sheet)
  const made = as === 'pdf' ? new Uint8Array(pdf) : await pictureOf(set)
  compiler.evictCache(0)
  return made
})

/** Sets a sheet. A letter that no font has would make it invalid, so it is set again without it. */
const drawn = (sheet: Sheet, tries = 3): { pdf: Uint8Array; set: Sheet } => {
  try {
    // The enum of the library exists in its types alone.
    return { pdf: compiler.pdf(sourceOf(sheet), { pdfStandard: 'ua-1' as never }), set: sheet }
  } catch (fault) {
    const undrawable = undrawableIn(String(fault))
    if (undrawable.length === 0 || tries === 0) throw fault
    return drawn({ ...sheet, data: withoutUndrawable(sheet.data, undrawable) }, tries - 1)
  }
}

/**
 * The first page, two pixels to a point; the letters are shapes by now, so no font of the machine is asked. All colours
 * are kept: to choose the 256 that matter most takes ten times as long as all the rest, and saves half of 240 KB.
 */
const pictureOf = async (sheet: Sheet) => {
  const { default: sharp } = await import('sharp')
  const svg = Buffer.from(compiler.svg(sourceOf(sheet)))
  return new Uint8Array(await sharp(svg, { density: 144 }).flatten({ background: '#fff' }).png().toBuffer())
}

const sourceOf = ({ template, data }: Sheet) => ({
  mainFileContent: template,
  inputs: { data: JSON.stringify(data) },
})
