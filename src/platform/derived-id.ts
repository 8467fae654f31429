import { createHash } from 'node:crypto'

/**
 * The id of what has no row of its own, such as an address, or comes from elsewhere: a UUID (version 8, RFC 9562) that
 * follows from what it belongs to, so that it is the same each time. Ids are kept by it: what it returns may not change.
 */
export const derivedId = (...parts: readonly (string | number)[]) => {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
