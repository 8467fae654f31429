import { hasRole, hasSupportAccess, type StaffMember } from './actor.ts'

const withNext = (address: string, next?: string) =>
  next ? `${address}?next=${encodeURIComponent(next)}` : address

export const paths = {
  signIn: (language: string, next?: string) => withNext(`/${language}/sign-in`, next),
  code: (language: string, { next, isShared }: { next?: string | undefined; isShared?: boolean } = {}) => {
    const query = new URLSearchParams({ ...(isShared && { shared: 'yes' }), ...(next && { next }) })
    return `/${language}/sign-in/code${query.size > 0 ? `?${query}` : ''}`
  },
  demoSignIn: (language: string) => `/${language}/sign-in/demo`,
  forgotten: (language: string) => `/${language}/sign-in/forgotten`,
  setUp: (language: string, token?: string) =>
    token ? `/${language}/set-up?token=${token}` : `/${language}/set-up`,
  account: (language: string) => `/${language}/account`,
  confirm: (language: string, next?: string) => withNext(`/${language}/account/confirm`, next),
  password: (language: string) => `/${language}/account/password`,
  secondFactor: (language: string) => `/${language}/account/second-factor`,
  confirmSecondFactor: (language: string) => `/${language}/account/second-factor/confirm`,
  endPasskey: (language: string) => `/${language}/account/passkeys/end`,
  people: (language: string) => `/${language}/staff/people`,
  addPerson: (language: string) => `/${language}/staff/people/add`,
  endMembership: (language: string, id: string) => `/${language}/staff/people/${id}/end`,
  renewSignIn: (language: string, id: string) => `/${language}/staff/people/${id}/renew`,
  support: (language: string) => `/${language}/staff/support`,
  grantSupport: (language: string) => `/${language}/staff/support/grant`,
  endSupport: (language: string, id: string) => `/${language}/staff/support/${id}/end`,
  /** Where somebody begins her day. */
  home: (language: string, member: StaffMember) => `/${language}${homeOf(member)}`,
}

const homeOf = (member: StaffMember) => {
  if (member.lacksSecondFactor) return '/account/second-factor'
  if (hasRole(member, 'centre-lead', 'course-leader')) return '/staff'
  if (hasRole(member, 'provider-manager', 'city-office')) return '/staff/figures'
  if (hasRole(member, 'administrator')) return '/staff/people'
  if (hasSupportAccess(member)) return '/staff'
  return '/account'
}

/** An address of ours out of what a link or form asks for; anything that leads elsewhere is left out. */
export const ownAddress = (next: string | undefined): string | undefined => {
  if (!next?.startsWith('/') || !URL.canParse(next, ours)) return undefined
  const url = new URL(next, ours)
  // Two slashes at the beginning, which dots may have hidden, are the name of another host.
  return url.origin === ours && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined
}

const ours = 'http://ours.invalid'
