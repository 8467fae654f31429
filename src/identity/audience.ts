import type { PageRequest, Routes } from '../platform/web/routes.ts'
import type { Language, Wording } from '../platform/wording/wording.ts'
import { type Actor, type CentreRef, hasRole, type Role } from './actor.ts'
import type { Context } from './context.ts'

/** Who may use an address at all. Which rows she then sees is asked again by the use case and by the database. */
export type Audience = Whom | FreshSignIn

type Whom = 'everyone' | 'whoever-works-here' | 'signed-in' | readonly Role[]
type FreshSignIn = { readonly whom: 'signed-in' | readonly Role[]; readonly asksAgain: true }

/** Written for families, and open to all. */
export const forEveryone: Audience = 'everyone'
/** Open to all, too, but written for staff and partners: signing in, the page of a partner. */
export const forWhoeverWorksHere: Audience = 'whoever-works-here'
/** Anybody who has signed in, whatever she does here. */
export const forSignedIn = 'signed-in' as const
/** Whoever holds one of the roles, anywhere in the city; what she may there, the use case asks. */
export const forRoles = (...roles: Role[]): readonly Role[] => roles

/**
 * The same people, but only if they proved a moment ago that it is they. For all that changes what people may do,
 * exports names or deletes: a desk that was left alone must not.
 */
export const freshSignIn = (whom: FreshSignIn['whom']): Audience => ({ whom, asksAgain: true })

/** Whom an address is for, whether or not it asks again. */
export const whomOf = (audience: Audience): Whom =>
  typeof audience === 'object' && 'whom' in audience ? audience.whom : audience

export const asksAgain = (audience: Audience) => typeof audience === 'object' && 'asksAgain' in audience

/** Whether an address may be read without a sign-in. */
export const isOpen = (audience: Audience) => audience === 'everyone' || audience === 'whoever-works-here'

/** Whether an address is not written for families, and so speaks staff's languages alone. */
export const isForWork = (audience: Audience) => audience !== 'everyone'

/** Whether an address is for somebody at all; everybody else learns not even that it exists. */
export const admits = (audience: Audience, actor: Actor) => {
  if (isOpen(audience)) return true
  const whom = whomOf(audience)
  return actor.kind === 'staff' && (typeof whom === 'string' || hasRole(actor, ...whom))
}

/** What every page gets from the request. */
export type PageVars = {
  context: Context
  wording: Wording
  /** The languages this page can be read in. */
  languages: readonly Language[]
  /** The address without host and language, such as /offers?day=today: for switching the language. */
  address: string
  /** Scheme and host under which families reach this page, such as https://netz.example.org. */
  origin: string
  /** The context of the public desk of a centre, which may write for a family. */
  atDesk: (centre: CentreRef) => Context
}

export type PageRoutes = Routes<PageVars, Audience>
export type Page<Path extends string = string> = PageRequest<PageVars, Path>

/** What programs are told by: no cookie and no language in the address, so nobody is ever signed in there. */
export type InterfaceVars = Pick<PageVars, 'context' | 'origin'>
export type InterfaceRoutes = Routes<InterfaceVars, Audience>
export type InterfaceRequest<Path extends string = string> = PageRequest<InterfaceVars, Path>
