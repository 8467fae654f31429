import { encode } from 'uqr'

/** A QR code with its quiet border, as the path of its dark squares; `size` is its side in squares. */
export const qrCode = (text: string) => {
  const { data, size } = encode(text, { border: 3 })
  const squares = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: squares.join('') }
}
