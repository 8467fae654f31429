import type { CityMap } from './map.ts'

type Name = { code: string; text: string; x: number; y: number }

const letterWidth = 5.6
const lineHeight = 12

/**
 * The names that stand on a map: only those asked for, the first part of a double one, each in the middle of its
 * district or, where that is taken, a line above or below. What would still cover another is left out; the list
 * beside the map has it.
 */
export const namesOn = ({ outlines, width }: CityMap, asked: ReadonlySet<string>): Name[] => {
  const placed: Name[] = []
  for (const { code, name, middle } of outlines) {
    if (!asked.has(code)) continue
    const text = name.split('/')[0] ?? name
    const half = (text.length * letterWidth) / 2
    const x = Math.round(Math.min(Math.max(middle.x, half), width - half))
    const place = lines
      .map(line => ({ code, text, x, y: Math.round(middle.y + line * lineHeight) }))
      .find(candidate => !placed.some(other => cover(candidate, other)))
    if (place) placed.push(place)
  }
  return placed
}

const lines = [0, 1, -1, 2, -2]

const cover = (one: Name, other: Name) =>
  Math.abs(one.y - other.y) < lineHeight &&
  Math.abs(one.x - other.x) < ((one.text.length + other.text.length) * letterWidth) / 2
