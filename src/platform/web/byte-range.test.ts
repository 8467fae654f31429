import { expect, test } from 'vitest'
import { byteRangeOf } from './byte-range.ts'

const megabyte = 1024 * 1024

test.each([
  ['nothing is asked', undefined, 100, 'all'],
  ['the first bytes', 'bytes=0-1', 100, { first: 0, last: 1 }],
  ['from a byte on', 'bytes=40-', 100, { first: 40, last: 99 }],
  ['the last bytes', 'bytes=-10', 100, { first: 90, last: 99 }],
  ['more last bytes than there are', 'bytes=-1000', 100, { first: 0, last: 99 }],
  ['beyond the end', 'bytes=90-500', 100, { first: 90, last: 99 }],
  ['behind the end', 'bytes=100-', 100, undefined],
  ['backwards', 'bytes=9-3', 100, undefined],
  ['no last bytes', 'bytes=-0', 100, undefined],
  ['more than is sent at once', 'bytes=10-', 9 * megabyte, { first: 10, last: megabyte + 9 }],
  ['several parts', 'bytes=0-1,5-6', 100, 'all'],
  ['another unit', 'lines=0-1', 100, 'all'],
  ['nonsense', 'bytes=a-b', 100, 'all'],
])('of a film, %s', (_, header, size, part) => {
  expect(byteRangeOf(header, size)).toEqual(part)
})
