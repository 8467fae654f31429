import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OperatorError } from '../operator-error.ts'
import { assertInside, isOwnHouse, ownHouse, postInside } from './own-house.ts'
import { openInternet, type Resolved } from './reach.ts'

let asked = 0
let server: Server
let port = 0
beforeAll(async () => {
  server = createServer((_, answer) => {
    asked++
    answer.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end('x'.repeat(100))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close().closeAllConnections()
})

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.0.9', true],
  ['172.32.0.1', false],
  ['192.168.178.20', true],
  ['::1', true],
  ['fd12::7', true],
  ['fe80::1', false],
  ['8.8.8.8', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['168.63.129.16', false],
  ['0.0.0.0', false],
  ['2606:4700:4700::1111', false],
  ['::ffff:8.8.8.8', false],
])('%s belongs to the own house: %s', (address, is) => {
  expect(isOwnHouse(address)).toBe(is)
})

describe('a machine is asked only in the house', () => {
  const send = (address: string, reach = ownHouse) =>
    postInside(new URL(address), { q: 'Hallo' }, { milliseconds: 2000, bytes: 1000 }, reach)
  const leadingTo = (...addresses: string[]) => ({
    ...ownHouse,
    resolve: async (): Promise<Resolved[]> => addresses.map(address => ({ address, family: 4 })),
  })

  test('by its address or its name, and where it leads on is not followed', async () => {
    expect((await send(`http://127.0.0.1:${port}/`)).status).toBe(302)
    expect((await send(`http://engine.house:${port}/`, leadingTo('127.0.0.1'))).status).toBe(302)
  })

  test.each([['8.8.8.8'], ['127.0.0.1', '8.8.8.8']])(
    'a name that leads outside, and be it among others, is refused at the start and each time: %s',
    async (...addresses) => {
      const before = asked
      const reach = leadingTo(...addresses)
      await expect(assertInside(new URL(`http://engine.house:${port}/`), reach)).rejects.toThrow(
        OperatorError,
      )
      await expect(send(`http://engine.house:${port}/`, reach)).rejects.toThrow('not-public')
      expect(asked).toBe(before)
    },
  )

  test('control: whoever may go anywhere does not reach it, and whoever may go here does', async () => {
    await expect(send(`http://127.0.0.1:${port}/`, openInternet)).rejects.toThrow()
    const everywhere = { ...leadingTo('127.0.0.1', '8.8.8.8'), mayReach: () => true }
    expect((await send(`http://engine.house:${port}/`, everywhere)).status).toBe(302)
  })

  test('a name that nobody knows yet does not stop the start', async () => {
    await expect(assertInside(new URL('http://engine.house:5000/'), leadingTo())).resolves.toBeUndefined()
    await expect(send('http://engine.house:5000/', leadingTo())).rejects.toThrow('unknown-name')
  })

  test('an address with a password in it is refused, and an answer without end is cut off', async () => {
    await expect(assertInside(new URL('http://a:b@127.0.0.1/'))).rejects.toThrow(OperatorError)
    const limits = { milliseconds: 2000, bytes: 50 }
    await expect(postInside(new URL(`http://127.0.0.1:${port}/`), {}, limits)).rejects.toThrow('too long')
  })
})
