import type { Context } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store/questions.ts'

/** What a family asked, and the answer, for whoever holds its link. A code opens nothing here. */
export const openByLink = async ({ db, city }: Context, link: string) =>
  orNotFound(isLink(link) ? await store.openByKey(db, city.id, hashOfLink(link)) : undefined)

/** The same for a code, as somebody typed it; to be tried only where trying is counted. */
export const openByCode = ({ db, city }: Context, code: string) =>
  store.openByKey(db, city.id, hashOfKey(code))

/** A family takes its question back; nothing of it is left. */
export const takeBack = async ({ db, city }: Context, link: string) =>
  isLink(link) && (await store.takeBack(db, city.id, hashOfLink(link)))
