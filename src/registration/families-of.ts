import type { Registration } from './registration.ts'

type ToTell = Pick<Registration, 'pageId' | 'household'>

/** Registrations of one family that read one letter. The first of them is the one that is reached most carefully. */
export type FamilyOf<One> = {
  contact: Registration['household']['contact']
  registrations: readonly [One, ...One[]]
}

/**
 * Who reads one letter: what stands on one page and is reached at one address in one language. Who typed the same address
 * is no family by that (docs/decisions/0033). Where one of them is reached carefully, the letter is a careful one.
 */
export const familiesOf = <One extends ToTell>(registrations: readonly One[]): FamilyOf<One>[] =>
  [...Map.groupBy(registrations, keyOf).values()].flatMap(family => {
    const [head, ...others] = family.toSorted((one, other) => careOf(other) - careOf(one))
    return head
      ? [{ contact: mostCareful([head, ...others]), registrations: [head, ...others] as const }]
      : []
  })

/** Whom a lead may be told of and who may be told something: not who is locked, for the time of the lock. */
export const isToldOf = ({ household }: Pick<Registration, 'household'>) => !household.isLocked

const keyOf = ({ pageId, household: { contact, language } }: ToTell) => {
  switch (contact.kind) {
    case 'email':
      return `${pageId} ${language} ${contact.email.toLowerCase()}`
    case 'phone':
      return `${pageId} ${language} ${contact.phone.replaceAll(/[^\d+]/g, '')}`
    case 'none':
      return `${pageId} ${language}`
  }
}

const careOf = ({ household: { contact } }: ToTell) => (contact.neutral ? 2 : 0) + (contact.hours ? 1 : 0)

const mostCareful = ([head, ...others]: readonly [ToTell, ...ToTell[]]) => {
  const { contact } = head.household
  const hours = [head, ...others].flatMap(({ household }) => household.contact.hours ?? [])[0]
  return { ...contact, ...(hours && { hours }) }
}
