import type { IconSize } from './paths.ts'

/**
 * The sign of the network on the city's colour, as a PNG. It fills its square, because phones cut it to a shape of
 * their own and leave four fifths of it.
 */
export const drawIcon = async (colour: string, size: IconSize): Promise<Buffer> => {
  // Loaded when the first phone asks; the cache of pages keeps what was drawn.
  const { default: sharp } = await import('sharp')
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">
    <rect width="32" height="32" fill="${colour}"/>
    <path d="M6.5 15.5 16 7.500l9.5 8V25.500h-19z" fill="#fffdf8"/>
    <circle cx="16" cy="18.5" r="4" fill="#f6b73c"/></svg>`
  return sharp(Buffer.from(drawing)).png({ compressionLevel: 9, palette: true }).toBuffer()
}
