import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { encode } from './encoding.ts'
import { withBody } from './keeping.ts'
import type { KeptPage, PageCache } from './page-cache.ts'

const idleAfter = 1_000
const mayWait = 200

/** Packs pages tighter when none had to be made for a second: brotli 11 is too slow while somebody waits. */
export const packWhenIdle = (cache: PageCache) => {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const rest = () => {
    clearTimeout(timer)
    timer = setTimeout(packNext, idleAfter)
    timer.unref()
  }
  const packNext = async () => {
    const begun = timer
    for (const key of waiting) {
      if (timer !== begun) return
      waiting.delete(key)
      const page = cache.find(key)
      if (page) cache.replace(key, page, await packed(page))
    }
  }
  return {
    add(key: string, page: KeptPage) {
      if (page.encoding !== 'br' || waiting.size >= mayWait) return
      waiting.add(key)
      rest()
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      waiting.clear()
    },
  }
}

const unpack = promisify(brotliDecompress)

const packed = async (page: KeptPage): Promise<KeptPage> => {
  const body = await encode(await unpack(page.body), 'br', 11)
  const type = page.headers[page.headers.indexOf('content-type') + 1] ?? ''
  return withBody(page, body, type)
}
