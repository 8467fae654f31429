/** Help that answers when every centre is closed, free of charge from every telephone in Germany. */
const german = [
  { name: 'rescue', number: '112' },
  { name: 'doctor', number: '116117' },
  { name: 'violence', number: '116016' },
  { name: 'children', number: '116111' },
] as const

/** The numbers of a country; where we know none, there are none to show. */
export const emergencyNumbers = (country: string): readonly (typeof german)[number][] =>
  country === 'DE' ? german : []
