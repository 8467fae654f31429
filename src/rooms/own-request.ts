import type { Context } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store/requests.ts'

/** What a group asked and was answered, for whoever holds its link. */
export const openRequest = async ({ db, city }: Context, link: string) =>
  orNotFound(isLink(link) ? await store.openByLink(db, city.id, hashOfLink(link)) : undefined)

/** A group takes its request back before it is answered; nothing of it is left. */
export const takeRequestBack = async ({ db, city }: Context, link: string) =>
  isLink(link) && (await store.takeBack(db, city.id, hashOfLink(link)))
