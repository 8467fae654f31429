import { createHash } from 'node:crypto'

/**
 * The id of what has no row of its own, such as an address: a UUID (version 8, RFC 9562) that follows from what it
 * belongs to, so that it is the same each time.
 */
export const derivedId = (...parts: readonly (string | number)[]) => {
  const hash = createHash('sha256').update(parts.join('\u0000')).digest('hex')
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ].join('-')
}
