import { expect, test } from 'vitest'
import { clientAddressesBehind, isAddressOrRange } from './client-address.ts'

const household = '198.51.100.7'

test.each([
  ['asked directly', household, undefined, household],
  ['a proxy on this machine', '127.0.0.1', household, household],
  ['the same by its other names', '::ffff:127.0.0.1', household, household],
  ['a proxy of the setting', '172.18.0.5', household, household],
  ['two of them in a row', '172.18.0.5', `${household}, 10.1.2.3`, household],
  ['a proxy that names the port as well', '172.18.0.5', `${household}:51334`, household],
  ['a household that pretends to be another', '172.18.0.5', `203.0.113.9, ${household}`, household],
  [
    'a household that pretends to come from a proxy',
    '172.18.0.5',
    `203.0.113.9,10.1.2.3, ${household}`,
    household,
  ],
  ['somebody who speaks for others and is no proxy', household, '203.0.113.9', household],
  ['a proxy that does not know', '172.18.0.5', 'unknown', '172.18.0.5'],
  ['a proxy that asks for itself', '172.18.0.5', undefined, '172.18.0.5'],
  ['no network at all', '', undefined, ''],
])('%s', (_, peer, forwardedFor, expected) => {
  const addressOf = clientAddressesBehind({ proxies: ['172.18.0.0/16', '10.1.2.3'] })
  expect(addressOf(peer, forwardedFor)).toBe(expected)
})

test.each([
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the 2^64 addresses of a household in IPv6 are one: %s', (address, network) => {
  const addressOf = clientAddressesBehind({ proxies: [] })
  expect(addressOf('::1', address)).toBe(network)
})

test('an unknown proxy is reported once, and a visitor who only pretends to be one is not named', () => {
  const told: unknown[] = []
  const addressOf = () =>
    clientAddressesBehind({ proxies: ['10.1.2.3'], onUnknownProxy: address => told.push(address) })
  const inTheHouse = addressOf()
  inTheHouse('10.1.2.3', household)
  expect(told).toEqual([])
  inTheHouse('172.18.0.5', household)
  inTheHouse('172.18.0.6', household)
  addressOf()(household, '203.0.113.9')
  expect(told).toEqual(['172.18.0.5', undefined])
})

test.each(['10.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1', '2001:db8::1/128'])('%s can be a proxy', text => {
  expect(isAddressOrRange(text)).toBe(true)
})

test.each(['', 'proxy', '10.0.0', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/-1', 'fd00::/129', '*'])(
  '"%s" cannot',
  text => {
    expect(isAddressOrRange(text)).toBe(false)
  },
)
