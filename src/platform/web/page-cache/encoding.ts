import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from './page-cache.ts'

/** The shortest encoding a browser takes. */
export const encodingFor = (accepted: string | undefined): Encoding => {
  if (!accepted) return 'identity'
  if (takes(accepted, 'br')) return 'br'
  return takes(accepted, 'gzip') ? 'gzip' : 'identity'
}

/** Quality 5 takes some 2 ms a page, 11 some 50 for a sixth less. */
export const encode = async (body: Buffer, encoding: Encoding, quality: 5 | 11 = 5): Promise<Buffer> => {
  switch (encoding) {
    case 'br':
      return brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
        },
      })
    case 'gzip':
      return pack(body)
    case 'identity':
      return body
  }
}

const brotli = promisify(brotliCompress)
const pack = promisify(gzip)

const takes = (accepted: string, encoding: Encoding) => {
  const at = accepted.indexOf(encoding)
  return at >= 0 && !refused.test(accepted.slice(at + encoding.length))
}

const refused = /^\s*;\s*q=0(\.0*)?\s*(,|$)/
