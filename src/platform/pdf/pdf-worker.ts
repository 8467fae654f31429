import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { answerWork } from '../lazy-process-work.ts'
import type { Sheet } from './make-pdf.ts'

/** The process in which sheets are set: each message is a sheet and is answered with the bytes of its PDF. */
const require = createRequire(import.meta.url)
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler') as Typst
type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler')

const fontPaths = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
].map(font => require.resolve(font))

// The workspace holds nothing but a font: a sheet reads no file.
const compiler = NodeCompiler.create({ workspace: dirname(fontPaths[0] ?? ''), fontArgs: [{ fontPaths }] })

answerWork(({ template, data }: Sheet): Uint8Array => {
  const pdf = compiler.pdf(
    { mainFileContent: template, inputs: { data: JSON.stringify(data) } },
    // The enum of the library exists in its types alone.
    { pdfStandard: 'ua-1' as never },
  )
  compiler.evictCache(0)
  return new Uint8Array(pdf)
})
