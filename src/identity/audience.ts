import type { PageRequest, Routes } from '../platform/web/routes.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { type Actor, type CentreRef, hasRole, type Role } from './actor.ts'
import type { Context } from './context.ts'

/** Who may use an address at all. Which rows she then sees is asked again by the use case and by the database. */
export type Audience = 'everyone' | 'signed-in' | readonly Role[]

export const forEveryone: Audience = 'everyone'
/** Anybody who has signed in, whatever she does here. */
export const forSignedIn: Audience = 'signed-in'
export const forRoles = (...roles: Role[]): Audience => roles

export const admits = (audience: Audience, actor: Actor) =>
  audience === 'everyone' ||
  (actor.kind === 'staff' && (audience === 'signed-in' || hasRole(actor, ...audience)))

/** What every page gets from the request. */
export type PageVars = {
  context: Context
  wording: Wording
  /** The address without host and language, such as /offers?day=today: for switching the language. */
  address: string
  /** The context of the public desk of a centre, which may write for a family. */
  atDesk: (centre: CentreRef) => Context
}

export type PageRoutes = Routes<PageVars, Audience>
export type Page<Path extends string = string> = PageRequest<PageVars, Path>
