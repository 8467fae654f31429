/** From its first byte to its last, both counted from 0 and included. */
export type ByteRange = { first: number; last: number }

/** So much is sent at once; a player asks for the next part when it needs it. */
const mostAtOnce = 1024 * 1024

/**
 * The part of a file that a player asks for (RFC 9110, section 14), cut to a megabyte. All of it where it asks for
 * nothing or for something we need not understand, such as several parts; undefined where there is no such part.
 */
export const byteRangeOf = (header: string | undefined, size: number): ByteRange | 'all' | undefined => {
  const [, from = '', until = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && until === '') return 'all'
  const first = from === '' ? Math.max(size - Number(until), 0) : Number(from)
  const last = from === '' || until === '' ? size - 1 : Math.min(Number(until), size - 1)
  return first > last ? undefined : { first, last: Math.min(last, first + mostAtOnce - 1) }
}
