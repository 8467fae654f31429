/** What a phone's camera makes may be 8 MB. */
export const largestPicture = 10 * 1024 * 1024

type Shape = { width: number; height: number }

/**
 * Makes a small JPEG of a photograph as it comes from a telephone: upright, cut to its shape around what catches the
 * eye, and without what the camera wrote into it (place, time, device). Undefined for whatever is no JPEG, PNG or WebP,
 * or is larger than any camera's picture.
 */
export const smallPictureFrom = async (
  photograph: Uint8Array,
  { width, height }: Shape,
): Promise<Buffer | undefined> => {
  if (!looksLikePicture(photograph)) return undefined
  // Loaded when the first picture comes: a centre sends a few in its life.
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(photograph, { limitInputPixels: 100_000_000 })
      .autoOrient()
      .resize(width, height, { fit: 'cover', position: 'attention' })
      .flatten({ background: '#fff' })
      .jpeg({ mozjpeg: true, quality: 78 })
      .toBuffer()
  } catch {
    return undefined
  }
}

/** By its first bytes: what a browser calls it is not to be trusted, and drawings may lead to other files. */
const looksLikePicture = (photograph: Uint8Array) => {
  const start = Buffer.from(photograph.subarray(0, 12)).toString('latin1')
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n') || /^RIFF.{4}WEBP$/s.test(start)
}
