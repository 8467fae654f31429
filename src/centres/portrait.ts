import { createHash } from 'node:crypto'

/** A square JPEG of 320 pixels, and the name that changes with it. */
export type Portrait = { bytes: Buffer; mark: string }

export const isMark = (text: string) => /^[\w-]{22}$/.test(text)

/** What a phone's camera makes may be 8 MB. */
export const largestPicture = 10 * 1024 * 1024

/**
 * Makes a small portrait of a photograph as it comes from a telephone: upright, cut to a square around what catches the
 * eye, and without what the camera wrote into it (place, time, device). Undefined for whatever is no JPEG, PNG or WebP,
 * or is larger than any camera's picture.
 */
export const portraitFrom = async (photograph: Uint8Array): Promise<Portrait | undefined> => {
  if (!looksLikePicture(photograph)) return undefined
  // Loaded when the first picture comes: a centre sends a few in its life.
  const { default: sharp } = await import('sharp')
  try {
    const bytes = await sharp(photograph, { limitInputPixels: 100_000_000 })
      .autoOrient()
      .resize(320, 320, { fit: 'cover', position: 'attention' })
      .flatten({ background: '#fff' })
      .jpeg({ mozjpeg: true, quality: 78 })
      .toBuffer()
    return { bytes, mark: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) }
  } catch {
    return undefined
  }
}

/** By its first bytes: what a browser calls it is not to be trusted, and drawings may lead to other files. */
const looksLikePicture = (photograph: Uint8Array) => {
  const start = Buffer.from(photograph.subarray(0, 12)).toString('latin1')
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n') || /^RIFF.{4}WEBP$/s.test(start)
}
