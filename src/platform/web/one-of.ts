/** One of a few words that stand in an address, such as the news after a form; anything else is none of them. */
export const oneOf = <const Choice extends string>(choices: readonly Choice[], value: string | undefined) =>
  choices.find(choice => choice === value)
