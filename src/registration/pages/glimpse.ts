import type { Registration } from '../registration.ts'

/** Enough to know one's own contact again, not enough for whoever finds the link to use it. */
export const glimpseOf = (contact: Registration['household']['contact']) => {
  switch (contact.kind) {
    case 'email':
      return `\u2066${contact.email.slice(0, 1)}…@…\u2069`
    case 'phone':
      return `\u2066…${contact.phone.replace(/\D/g, '').slice(-3)}\u2069`
    case 'none':
      return ''
  }
}
