import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { isPublic } from './public-address.ts'
import { openInternet, type Reach, type Resolved } from './reach.ts'
import { readOutside } from './read-outside.ts'

const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections()
})

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['127.0.0.1', false],
  ['127.8.8.8', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.178.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['168.63.129.16', false],
  ['192.0.0.1', false],
  ['192.0.2.1', false],
  ['192.88.99.1', false],
  ['198.18.0.1', false],
  ['198.51.100.1', false],
  ['203.0.113.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['fd00:ec2::254', false],
  ['ff02::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::ffff:8.8.8.8', false],
  ['::127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::1', false],
  ['2002:7f00:1::', false],
  ['2001:0:7f00:1::', false],
  ['2001:db8::1', false],
  ['3fff::1', false],
  ['no address', false],
])('%s belongs to the open internet: %s', (address, is) => {
  expect(isPublic(address)).toBe(is)
})

describe('I11: an address inside the house is refused', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://0/',
    'http://1270.0.0.1.nip.invalid@127.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
  ])('%s', async address => {
    expect(await asked(address)).toMatchObject({ outcome: 'fault' })
    expect(['not-public', 'address']).toContain((await asked(address)).code)
  })

  test.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'http://example.org:8080/',
    'https://name:password@example.org/',
  ])('%s, because only what everybody serves is read', async address => {
    expect(await asked(address, { ...openInternet, resolve: async () => [at('8.8.8.8')] })).toMatchObject({
      code: 'address',
    })
  })

  test('a name is refused when one of its addresses is inside', async () => {
    const reach = { ...openInternet, resolve: async () => [at('8.8.8.8'), at('10.0.0.1')] }
    expect(await asked('http://calendar.example/', reach)).toMatchObject({ code: 'not-public' })
  })

  test('the control: with the check off, the machine itself answers', async () => {
    const { url } = await serving((_, answer) => answer.end('inside'))
    expect(await asked(url, { ...openInternet, mayUsePort: () => true })).toMatchObject({
      code: 'not-public',
    })
    expect(await asked(url, { ...openInternet, mayReach: isHere })).toMatchObject({ code: 'address' })
    expect(await read(url)).toBe('inside')
  })

  test('a redirect is checked like the first address, and nobody there is asked', async () => {
    let wasAsked = false
    const inside = await serving((_, answer) => {
      wasAsked = true
      answer.end('secret')
    }, '127.0.0.2')
    const outside = await serving((_, answer) => answer.writeHead(302, { location: inside.url }).end())
    expect(await asked(outside.url, here)).toMatchObject({ code: 'not-public' })
    expect(wasAsked).toBe(false)
    const control = { ...here, mayReach: () => true }
    expect(await read(outside.url, control)).toBe('secret')
  })

  test('a redirect to what is not the web is refused', async () => {
    const { url } = await serving((_, answer) =>
      answer.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    expect(await asked(url, here)).toMatchObject({ code: 'address' })
  })

  test('a name is resolved once, and the connection goes to what was checked', async () => {
    const { url } = await serving((request, answer) => answer.end(request.headers.host))
    const answers = [[at('127.0.0.1')], [at('127.0.0.2')]]
    let resolved = 0
    const reach: Reach = { ...here, resolve: async () => answers[Math.min(resolved++, 1)] ?? [] }
    const port = new URL(url).port
    // Nobody else knows this name: a second look-up could not succeed.
    expect(await read(`http://rebinding.invalid:${port}/`, reach)).toBe(`rebinding.invalid:${port}`)
    expect(resolved).toBe(1)
  })
})

describe('a reading has limits', () => {
  test('of size, of what is unpacked and not of what is sent', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    expect(bomb.length).toBeLessThan(limits.bytes)
    const { url } = await serving((_, answer) =>
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(await asked(url, here)).toMatchObject({ code: 'too-large' })
    expect(await readOutside(url, { ...limits, bytes: 50_000_000, reach: here })).toMatchObject({
      outcome: 'read',
    })
  })

  test('a second layer is not unpacked', async () => {
    const { url } = await serving((_, answer) =>
      answer.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('a'))),
    )
    expect(await asked(url, here)).toMatchObject({ code: 'encoding' })
  })

  test('of time, also where a server sends byte by byte', async () => {
    const { url } = await serving((_, answer) => {
      answer.writeHead(200)
      const drop = setInterval(() => answer.write('a'), 20)
      answer.on('close', () => clearInterval(drop))
    })
    const begun = performance.now()
    expect(await readOutside(url, { ...limits, milliseconds: 150, reach: here })).toMatchObject({
      code: 'too-slow',
    })
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('of time, also where a server takes the question and never answers', async () => {
    const { url } = await serving(() => {})
    expect(await readOutside(url, { ...limits, milliseconds: 100, reach: here })).toMatchObject({
      code: 'too-slow',
    })
  }, 2_000)

  test('of time, also where a name is never found', async () => {
    const reach = { ...here, resolve: () => new Promise<never>(() => {}) }
    expect(await readOutside('http://slow.invalid/', { ...limits, milliseconds: 50, reach })).toMatchObject({
      code: 'too-slow',
    })
  })

  test('of redirects', async () => {
    let times = 0
    const { url } = await serving((_, answer) => {
      times++
      answer.writeHead(302, { location: '/again' }).end()
    })
    expect(await asked(url, here)).toMatchObject({ code: 'too-many-redirects' })
    expect(times).toBe(limits.redirects + 1)
  })
})

test('what is known already is not sent again', async () => {
  const { url } = await serving((request, answer) => {
    const isKnown = request.headers['if-none-match'] === '"1"'
    answer.writeHead(isKnown ? 304 : 200, { etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' })
    answer.end(isKnown ? '' : gzipSync('a'))
  })
  const first = await readOutside(url, { ...limits, reach: here })
  expect(first).toMatchObject({ etag: '"1"', lastModified: 'Mon, 23 Nov 2026 08:00:00 GMT' })
  const known = { etag: '"1"', lastModified: null }
  expect(await readOutside(url, { ...limits, reach: here, known })).toEqual({ outcome: 'unchanged' })
})

test.each([
  [404, { code: 'refused', about: '404' }],
  [500, { code: 'refused', about: '500' }],
  [204, { code: 'refused', about: '204' }],
])('an answer %i is told', async (status, told) => {
  const { url } = await serving((_, answer) => answer.writeHead(status).end())
  expect(await asked(url, here)).toMatchObject(told)
})

test.each(['gemeinde.example', 'kita.test', 'no.invalid.'])('nobody is asked where %s is', async name => {
  expect(await openInternet.resolve(name)).toEqual([])
})

test('a server that hangs up is told', async () => {
  const { url } = await serving(request => request.socket.destroy())
  expect(await asked(url, here)).toMatchObject({ code: 'no-answer' })
  const unknown = { ...here, resolve: async () => [] }
  expect(await asked('http://unknown.invalid/', unknown)).toMatchObject({ code: 'unknown-name' })
})

const limits = { milliseconds: 5_000, bytes: 100_000, redirects: 3, accept: 'text/calendar' }
const at = (address: string): Resolved => ({ address, family: 4 })
const isHere = (address: string) => address === '127.0.0.1'
const here: Reach = { ...openInternet, mayReach: isHere, mayUsePort: () => true }

async function serving(listener: RequestListener, host = '127.0.0.1') {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  return { url: `http://${host}:${(server.address() as AddressInfo).port}/` }
}

async function asked(url: string, reach?: Reach) {
  const answer = await readOutside(url, { ...limits, ...(reach && { reach }) })
  return answer.outcome === 'fault' ? answer : { ...answer, code: '' }
}

async function read(url: string, reach: Reach = here) {
  const answer = await readOutside(url, { ...limits, reach })
  return answer.outcome === 'read' ? answer.bytes.toString() : answer
}
