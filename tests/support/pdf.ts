import { constants, inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * What PDF/UA-1 (ISO 14289-1) asks for and a program can see, read with another library than the one that wrote it:
 * whether the words are the right ones, a person must say.
 */
export async function readPdf(bytes: Uint8Array) {
  // Read first: the library takes the bytes away.
  const raw = Buffer.from(bytes).toString('latin1')
  const times = (mark: RegExp) => raw.match(mark)?.length ?? 0
  const sheet = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages = await Promise.all(Array.from({ length: sheet.numPages }, (_, at) => sheet.getPage(at + 1)))
  const tags: Tagged[] = []
  const words: Word[] = []
  for (const [at, page] of pages.entries()) {
    tags.push(...flat((await page.getStructTree()) as Tagged))
    const [, , width = 0, height = 0] = page.view
    for (const item of (await page.getTextContent()).items)
      if ('str' in item && item.str.trim() !== '') {
        const [, , , , x, y] = item.transform as number[]
        words.push({
          text: item.str,
          page: at,
          ...{ x: x ?? 0, y: y ?? 0, right: (x ?? 0) + item.width },
          width,
          height,
        })
      }
  }
  const { info } = (await sheet.getMetadata()) as { info: { Title?: string; Language?: string } }
  return {
    pages: pages.length,
    size: raw.length,
    isTagged: /\/MarkInfo <<\s*\/Marked true/.test(raw),
    language: info.Language,
    title: info.Title,
    claims: raw.match(/<pdfuaid:part>\d<\/pdfuaid:part>/)?.[0],
    showsTitle: /\/DisplayDocTitle true/.test(raw),
    roles: tags.flatMap(({ role }) => role ?? []),
    alternatives: tags.flatMap(({ role, alt }) => (role === 'Figure' ? (alt ?? '') : [])),
    fontNames: [
      ...new Set([...raw.matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map(([, name = '']) => name)),
    ],
    fonts: {
      all: times(/\/Subtype \/Type0/g),
      embedded: times(/\/FontFile[23] /g),
      readable: times(/\/ToUnicode /g),
    },
    words,
    text: words.map(({ text }) => text).join('') + spelledOut(bytes),
  }
}

/** A piece of text where it stands on its page, in points from the lower left corner. */
type Word = { text: string; page: number; x: number; y: number; right: number; width: number; height: number }

type Tagged = { role?: string; alt?: string; children?: Tagged[] }

/** What a sheet says of glyphs that are no letters by themselves, such as the dots of an Arabic one. */
const spelledOut = (bytes: Uint8Array) => {
  const raw = Buffer.from(bytes)
  const streams = [...raw.toString('latin1').matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)].map(found =>
    inflateSync(raw.subarray(found.index + found[0].length), { finishFlush: constants.Z_SYNC_FLUSH }),
  )
  return streams
    .flatMap(stream => [...stream.toString('latin1').matchAll(/\/ActualText <FEFF([\dA-F]+)>/g)])
    .map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    .join('')
}

const flat = (tag: Tagged): Tagged[] => [tag, ...(tag.children ?? []).flatMap(flat)]
