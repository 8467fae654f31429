/**
 * Whose servers carry news to a browser: its maker's. A phone tells us the address, so only these are believed; with any
 * other, forms like ours would make a server knock wherever somebody wishes.
 */
export const isPushService = (address: string) => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  return services.some(name => hostname === name || hostname.endsWith(`.${name}`))
}

/** Google, Mozilla, Apple, Microsoft. */
const services = ['fcm.googleapis.com', 'push.services.mozilla.com', 'push.apple.com', 'notify.windows.com']
