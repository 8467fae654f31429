export const waysToReach = ['visit', 'call', 'sms', 'email'] as const

/** How the centre reaches a family. Whoever comes by leaves nothing but a code. */
export type Reach =
  | { reachBy: 'call' | 'sms'; phone: string }
  | { reachBy: 'email'; email: string }
  | { reachBy: 'visit' }

/** A number or an address, only for whoever wants to be told something; both may be empty. */
export type PhoneOrEmail = { phone: string; email: string }

type ReachColumns = PhoneOrEmail & { reachBy: Reach['reachBy'] }

export const reachOf = ({ reachBy, phone, email }: ReachColumns): Reach => {
  switch (reachBy) {
    case 'call':
    case 'sms':
      return { reachBy, phone }
    case 'email':
      return { reachBy, email }
    case 'visit':
      return { reachBy }
  }
}

export const columnsOf = (reach: Reach): ReachColumns => ({
  reachBy: reach.reachBy,
  phone: 'phone' in reach ? reach.phone : '',
  email: 'email' in reach ? reach.email : '',
})
