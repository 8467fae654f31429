/** The known word that a mistyped one was probably meant to be, if one is near enough. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  const lower = word.toLowerCase()
  let best: { word: string; distance: number } | undefined
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > farthest(word)) continue
    const distance = distanceBetween(lower, candidate.toLowerCase())
    if (distance <= farthest(word) && (!best || distance < best.distance))
      best = { word: candidate, distance }
  }
  return best?.word
}

/** In a short word every letter counts: 02 is not a mistyped 13. */
const farthest = (word: string) => (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)))

/** How many letters must be changed, added or left out (Levenshtein). */
const distanceBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
