import { expect, test } from 'vitest'
import { withBody } from './keeping.ts'

test('a kept page holds on to its own bytes and not to the larger piece they were handed out in', () => {
  const handedOut = Buffer.alloc(65_536, 'a').subarray(0, 100)
  const page = { status: 200, headersUnchanged: [], etag: 'W/"1"', encoding: 'br', freshUntil: 0 } as const

  const { body } = withBody(page, handedOut, 'text/html')

  expect(body.equals(handedOut)).toBe(true)
  expect(body.buffer.byteLength).toBe(100)
})
