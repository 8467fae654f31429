import type { Context } from '../identity/index.ts'
import { hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store/requests.ts'

/** What a household has asked for, for whoever holds its link; undefined once it is erased. */
export const openOwn = async ({ db, city }: Context, link: string) =>
  isLink(link) ? store.openByLink(db, city.id, hashOfLink(link)) : undefined

/** A family takes its request back; nothing of it is left, and its kits are free for others. */
export const takeBack = async ({ db, city }: Context, link: string) =>
  isLink(link) && (await store.takeBack(db, city.id, hashOfLink(link)))
