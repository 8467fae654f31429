import { createHash } from 'node:crypto'

// All these things are masculine in German and in Arabic, so that every adjective has one form in both.
export const things = [
  ...['moon', 'star', 'fish', 'bird', 'lion', 'elephant', 'rabbit', 'bear', 'dolphin', 'mountain', 'river'],
  ...['garden', 'key', 'chair', 'stone', 'hedgehog', 'peach', 'pencil', 'tower', 'whale', 'carpet', 'ring'],
  ...['parrot', 'falcon'],
] as const
export const qualities = [
  ...['blue', 'red', 'green', 'yellow', 'white', 'golden', 'silver', 'small', 'big', 'quiet', 'cheerful'],
  ...['fast', 'new', 'kind', 'brave', 'beautiful'],
] as const
export type Thing = (typeof things)[number]
export type Quality = (typeof qualities)[number]

/** Two friendly words that a family says at the door instead of its name. They open nothing. */
export type CodeWord = `${Quality} ${Thing}`

/** How many a family may choose from. */
const choices = 4

/** The code words that a form offers; they follow from its secret, so that they stay when it is shown again. */
export const codeWordsFor = (secret: string): CodeWord[] => {
  const words = new Set<CodeWord>()
  for (let turn = 0; words.size < choices; turn++) {
    const digest = createHash('sha256').update(`code word ${turn}:${secret}`).digest()
    words.add(`${oneOf(qualities, digest.readUInt32BE(0))} ${oneOf(things, digest.readUInt32BE(4))}`)
  }
  return [...words]
}

const oneOf = <Word extends string>(words: readonly [Word, ...Word[]], drawn: number): Word =>
  words[drawn % words.length] ?? words[0]

export const isCodeWord = (text: string): text is CodeWord => {
  const [quality, thing, ...more] = text.split(' ')
  return (
    more.length === 0 && qualities.some(known => known === quality) && things.some(known => known === thing)
  )
}

export const partsOf = (word: CodeWord) => word.split(' ') as [Quality, Thing]
