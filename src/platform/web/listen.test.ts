import { connect, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { assertPortIsFree, listen, ownAddress, type WebServer } from './listen.ts'

const place = { host: '127.0.0.1', port: 0 }
let server: WebServer | undefined

test('what answers first is asked before the framework', async () => {
  server = await listen(
    {
      fetch: () => new Response('from the framework'),
      answerFirst: (request, response) => request.url === '/kept' && Boolean(response.end('kept')),
    },
    place,
  )
  expect(await (await fetch(`${server.url}/kept`)).text()).toBe('kept')
  expect(await (await fetch(`${server.url}/other`)).text()).toBe('from the framework')
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['fd00::7', 'http://[fd00::7]:3000'],
])('who listens on %s is reached at %s', (host, address) => {
  expect(ownAddress({ url: undefined, host, port: 3000 })).toBe(address)
  const url = 'https://netz.example.org'
  expect(ownAddress({ url, host, port: 3000 })).toBe(url)
})

test('a request that is under way is finished before the server stops', async () => {
  let answer: (response: Response) => void = () => {}
  const answered = new Promise<Response>(resolve => {
    answer = resolve
  })
  let asked = () => {}
  const waiting = new Promise<void>(resolve => {
    asked = resolve
  })
  const { url, stop } = await listen(
    {
      fetch: () => {
        asked()
        return answered
      },
    },
    place,
  )
  const response = fetch(url)
  await waiting
  const began = performance.now()
  const stopping = stop()
  answer(new Response('finished'))
  expect(await (await response).text()).toBe('finished')
  await stopping
  expect(performance.now() - began).toBeLessThan(2_500)
  await expect(fetch(url)).rejects.toThrow()
})

test('a connection that says nothing does not hold the server for longer than three seconds', async () => {
  const { url, stop } = await listen({ fetch: () => new Response() }, place)
  const silent = connect(Number(new URL(url).port), '127.0.0.1')
  silent.on('error', () => {})
  await new Promise(resolve => silent.once('connect', resolve))
  silent.write('GET / HTTP/1.1\r\n')
  const began = performance.now()
  await stop()
  expect(performance.now() - began).toBeLessThan(4_000)
})

test('a port that is taken and an address that is not ours are one sentence each', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  await expect(assertPortIsFree({ host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`,
  )
  other.close()
  await expect(assertPortIsFree({ host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'has no address 192.0.2.1. Set HOST',
  )
})

afterEach(async () => {
  await server?.stop()
  server = undefined
})
