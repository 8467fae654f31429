import type { Context } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store.ts'

/** What a link out of a letter opens. */
export const openByLink = async ({ db, city }: Context, link: string) =>
  orNotFound(isLink(link) ? await store.openByLink(db, city.id, hashOfLink(link)) : undefined)

/** The owner of the address says yes. */
export const confirm = async ({ db, city, now }: Context, link: string) =>
  isLink(link) && (await store.confirm(db, city.id, hashOfLink(link), now))

/** She wants no more letters; her address is forgotten at once. */
export const stop = async ({ db, city }: Context, link: string) => {
  if (isLink(link)) await store.stop(db, city.id, hashOfLink(link))
}
