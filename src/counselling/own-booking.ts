import type { Context } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, isLink } from '../platform/web/keys.ts'
import * as store from './store/bookings.ts'

/** When and with whom, for whoever holds the link of a booking. A code opens nothing here. */
export const openByLink = async ({ db, city }: Context, link: string) =>
  orNotFound(isLink(link) ? await store.openByKey(db, city.id, hashOfLink(link)) : undefined)

/** The same for a code, as somebody typed it; to be tried only where trying is counted. */
export const openByCode = ({ db, city }: Context, code: string) =>
  store.openByKey(db, city.id, hashOfKey(code))

/** A family gives its time back: nothing of the booking is left, and somebody else can have it at once. */
export const giveBackByLink = async ({ db, city, now }: Context, link: string) =>
  isLink(link) && (await store.giveBack(db, city.id, hashOfLink(link), now))

/** The same by code, where trying is counted. */
export const giveBackByCode = ({ db, city, now }: Context, code: string) =>
  store.giveBack(db, city.id, hashOfKey(code), now)
