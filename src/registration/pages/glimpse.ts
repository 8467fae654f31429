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

/** More of it, for whoever has just typed it: enough to see a letter or digit that is wrong. */
export const longerGlimpseOf = (contact: Registration['household']['contact']) => {
  switch (contact.kind) {
    case 'email': {
      const [name = '', domain = ''] = contact.email.split('@')
      return `\u2066${name.slice(0, 1)}…${name.length > 2 ? name.slice(-1) : ''}@${domain}\u2069`
    }
    case 'phone': {
      const digits = contact.phone.replace(/[^\d+]/g, '')
      return `\u2066${digits.slice(0, 4)}…${digits.slice(-3)}\u2069`
    }
    case 'none':
      return ''
  }
}
