import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Whether a machine of the open internet answers at an address, so that a server may ask it what somebody typed. Of
 * IPv4 everything but the special purposes (IANA, RFC 6890), which hold the own machine, the house and the metadata
 * of clouds. Of IPv6 only what is given out (2000::/3), without the parts in which an IPv4 address is hidden.
 */
export const isPublic = (address: string): boolean =>
  isIPv4(address)
    ? !special.check(address, 'ipv4')
    : isIPv6(address) && givenOut.check(address, 'ipv6') && !special.check(address, 'ipv6')

const listOf = (...ranges: readonly `${string}/${number}`[]) => {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    list.addSubnet(network, Number(bits), isIPv4(network) ? 'ipv4' : 'ipv6')
  }
  return list
}

const givenOut = listOf('2000::/3')

const special = listOf(
  ...([
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
  ] as const),
  ...(['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'] as const),
  ...(['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'] as const),
  // Looks like everybody's, and is the inside of a cloud (Azure).
  '168.63.129.16/32',
  ...(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'] as const),
)
