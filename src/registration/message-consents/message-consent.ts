import { type Contact, mobileNumber } from '../../outreach/index.ts'

/** How somebody wants to be told when an offer starts again. */
export const messageMedia = ['email', 'sms', 'call'] as const
export type MessageMedium = (typeof messageMedia)[number]

/**
 * Which words families agree to (`registration.again.text`). Whoever changes what they say counts up, so that every yes
 * stays a yes to the words that were read.
 */
export const againTextVersion = 1

/** So long a yes holds, and what was kept for it is kept. */
export const consentMonths = 12

type Reached = {
  contact: Contact
  isNumberConfirmed?: true | undefined
  isLocked?: true | undefined
}
type Here = { country: string; sendsSms: boolean }

/**
 * The ways a family may choose. A number that nobody has confirmed may be a stranger's. Where somebody else may read along
 * there is none: what is sent would name the offer.
 */
export const mediaFor = (
  { contact, isNumberConfirmed, isLocked }: Reached,
  { country, sendsSms }: Here,
): readonly MessageMedium[] => {
  if (contact.neutral || isLocked) return []
  switch (contact.kind) {
    case 'email':
      return ['email']
    case 'phone':
      if (!mobileNumber(contact.phone, country)) return ['call']
      if (!isNumberConfirmed && sendsSms) return []
      return sendsSms ? ['sms', 'call'] : ['call']
    case 'none':
      return []
  }
}

/** Where a medium reaches somebody; undefined where the contact is of another kind. */
export const addressOf = (contact: Contact, medium: MessageMedium) => {
  if (contact.kind === 'none') return undefined
  if (medium === 'email') return contact.kind === 'email' ? contact.email : undefined
  return contact.kind === 'phone' ? contact.phone : undefined
}
