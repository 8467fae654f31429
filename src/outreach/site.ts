import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import type { Post } from './post.ts'
import { type CityHosts, findHosts } from './store/city-hosts.ts'
import type { StoredMessage } from './store/stored-messages.ts'

/** In which words a message speaks, and where its links lead. */
export const placeOf = async (
  tx: Tx,
  context: Context,
  post: Post,
  { language }: Pick<StoredMessage, 'language'>,
) => (await placesIn(tx, context, post))(language)

/** The same for messages in any language. */
export async function placesIn(tx: Tx, { city }: Context, { site }: Post) {
  const hosts = await findHosts(tx, city.id)
  return (language: StoredMessage['language']) => ({
    wording: wordingFor(language, city.timeZone),
    site: siteOf(hosts, site),
  })
}

/** A personal link opens in its own city alone: under the host of another one there is no such page. */
const siteOf = ({ hosts, isOnlyCity }: CityHosts, site: string | undefined) => {
  const [own = 'localhost'] = hosts
  if (site === undefined) return `https://${own}`
  const url = new URL(site)
  if (!isOnlyCity && !hosts.includes(url.hostname)) url.hostname = own
  return url.origin
}
