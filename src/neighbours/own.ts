import type { Context } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store/by-key.ts'

/** A note, or the word that somebody is interested in one, as its sender finds it again. */
export type Own = { note: store.OwnNote } | { interest: store.OwnInterest }

/** For whoever holds its link. A code opens nothing here. */
export const openByLink = async (context: Context, link: string) =>
  orNotFound(isLink(link) ? await openBy(context, hashOfLink(link)) : undefined)

/** The same for a code, as somebody typed it; to be tried only where trying is counted. */
export const openByCode = (context: Context, code: string) => openBy(context, hashOfKey(code))

/** Nothing is left of what a family takes back, nor of what others left for it. */
export const takeBackByLink = async ({ db, city }: Context, link: string) =>
  isLink(link) && (await store.takeBack(db, city.id, hashOfLink(link)))

/** The same for a code; to be tried only where trying is counted. */
export const takeBackByCode = ({ db, city }: Context, code: string) =>
  store.takeBack(db, city.id, hashOfKey(code))

const openBy = async ({ db, city }: Context, keyHash: Buffer): Promise<Own | undefined> => {
  const note = await store.openNote(db, city.id, keyHash)
  if (note) return { note }
  const interest = await store.openInterest(db, city.id, keyHash)
  return interest && { interest }
}
