import { createHash } from 'node:crypto'

/** Numbers that look random and are the same at every start: drawn from the words they are about. */
export const chanceFor = (about: string) => {
  let drawn = 0
  const next = () => createHash('sha256').update(`${about} ${drawn++}`).digest().readUInt32BE(0) / 2 ** 32
  return {
    /** True in so many of a hundred cases. */
    happens: (percent: number) => next() * 100 < percent,
    /** A whole number, both ends included. */
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    oneOf: <Thing>(things: readonly [Thing, ...Thing[]]): Thing =>
      things[Math.floor(next() * things.length)] ?? things[0],
  }
}

export type Chance = ReturnType<typeof chanceFor>
