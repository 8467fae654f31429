/**
 * The name of an offer or a room in addresses: the centre's and its own, such as `westend-krabbelgruppe-am-montag`.
 * `attempt` numbers it when the name is taken.
 */
export const slugFor = (title: string, centreSlug: string, attempt = 1) => {
  const words = `${centreSlug.replace(/^kiez-/, '')} ${title}`
    .toLowerCase()
    .replace(/[äöüß]/g, letter => spelledOut[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const name = words.slice(0, 80).replace(/-$/, '') || 'at-the-centre'
  return attempt === 1 ? name : `${name}-${attempt}`
}

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
