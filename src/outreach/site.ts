import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import type { Post } from './post.ts'
import { type CityHosts, findHosts, type StoredMessage } from './store/messages.ts'

/** In which words a message speaks, and where its links lead. */
export async function placeOf(
  tx: Tx,
  { city }: Context,
  { site }: Post,
  { language }: Pick<StoredMessage, 'language'>,
) {
  return {
    wording: wordingFor(language, city.timeZone),
    site: siteOf(await findHosts(tx, city.id), site),
  }
}

/** A personal link opens in its own city alone: under the host of another one there is no such page. */
const siteOf = ({ hosts, isOnlyCity }: CityHosts, site: string | undefined) => {
  const [own = 'localhost'] = hosts
  if (site === undefined) return `https://${own}`
  const url = new URL(site)
  if (!isOnlyCity && !hosts.includes(url.hostname)) url.hostname = own
  return url.origin
}
