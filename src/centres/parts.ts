/**
 * What a centre can use. The basics are there on a lead's first day; everything else she switches on when she wants
 * it. A new part is one line here, its name in the navigation, and one sentence in messages (`centres.parts.part`).
 */
const catalogue = {
  plan: 'basic',
  count: 'basic',
  questions: 'basic',
  rooms: 'basic',
  lists: 'basic',
  print: 'basic',
  figures: 'optional',
  calls: 'optional',
  support: 'optional',
  counselling: 'optional',
  'week-letter': 'optional',
  network: 'optional',
  invitations: 'optional',
  introduction: 'optional',
  neighbours: 'optional',
  doorstep: 'optional',
  posts: 'optional',
  fees: 'optional',
  lending: 'optional',
} as const

export type Part = keyof typeof catalogue
export type OptionalPart = { [P in Part]: (typeof catalogue)[P] extends 'optional' ? P : never }[Part]

const named = Object.keys(catalogue) as Part[]

export const isOptional = (part: string): part is OptionalPart =>
  named.some(known => known === part && catalogue[known] === 'optional')

export const optionalParts: readonly OptionalPart[] = named.filter(isOptional)

/** The basics, and what was switched on; a name that this version does not know is left out. */
export const partsWith = (switchedOn: readonly string[]): ReadonlySet<Part> =>
  new Set(named.filter(part => catalogue[part] === 'basic' || switchedOn.includes(part)))
