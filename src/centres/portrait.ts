import { createHash } from 'node:crypto'
import { smallPictureFrom } from '../platform/small-picture.ts'

/** A square JPEG of 320 pixels, and the name that changes with it. */
export type Portrait = { bytes: Buffer; mark: string }

export const isMark = (text: string) => /^[\w-]{22}$/.test(text)

/** Makes a small square portrait of a photograph; undefined for whatever is none. */
export const portraitFrom = async (photograph: Uint8Array): Promise<Portrait | undefined> => {
  const bytes = await smallPictureFrom(photograph, { width: 320, height: 320 })
  return bytes && { bytes, mark: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) }
}
