import { filterNames } from './parameters.ts'

/** What an embedded programme may be asked for; a search stays on our own pages. */
export const embedNames = [
  ...(['lang', 'limit', 'centre'] as const),
  ...filterNames.filter(name => name !== 'q' && name !== 'places'),
]
