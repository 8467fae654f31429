import type { Context } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store/loans.ts'

/** What somebody asked to borrow, and the answer, for whoever holds the link. A code opens nothing here. */
export const openByLink = async ({ db, city, language }: Context, link: string) =>
  orNotFound(isLink(link) ? await store.openByKey(db, city.id, hashOfLink(link), language) : undefined)

/** The same for a code, as somebody typed it; to be tried only where trying is counted. */
export const openByCode = ({ db, city, language }: Context, code: string) =>
  store.openByKey(db, city.id, hashOfKey(code), language)

/** Takes a wish back by its link or its code before anything is handed out; nothing of it is left. */
export const takeBack = ({ db, city }: Context, key: string) => store.takeBack(db, city.id, hashOfKey(key))
