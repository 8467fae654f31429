import type { Registration } from '../registration.ts'

/** As long as children may fall ill of one another; then it is no news any more. */
export const noticeDays = 14

/** Names of the group that stand in the words: a notice says what there is, never who has it. */
export const namesIn = (words: string, families: readonly Pick<Registration, 'household' | 'party'>[]) => {
  const said = new Set(words.normalize('NFC').split(/[^\p{L}\p{M}\p{N}]+/u))
  const names = families.flatMap(({ household, party }) => [
    household.called,
    ...party.children.map(({ firstName }) => firstName),
  ])
  return [...new Set(names.map(name => name.normalize('NFC')).filter(name => said.has(name)))]
}
