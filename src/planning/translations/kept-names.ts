/** A text in which names stand as signs no engine translates, and the way back. */
export type Sealed = { text: string; open: (translated: string) => string | undefined }

/**
 * Takes the names of places out of a text before an engine reads it: a translated street or centre is found by nobody.
 * Undefined on the way back if a sign was lost; then nothing is better than a wrong name.
 */
export const sealNames = (text: string, names: readonly string[]): Sealed => {
  const kept: string[] = []
  const byLength = names
    .filter(name => name.trim() !== '')
    .toSorted((one, other) => other.length - one.length)
  const sealed = byLength.reduce(
    (rest, name) =>
      rest.replaceAll(new RegExp(`(?<!\\p{L})${RegExp.escape(name)}(?!\\p{L})`, 'gu'), found =>
        sign(kept.push(found) - 1),
      ),
    text,
  )
  return {
    text: sealed,
    open: translated => {
      const lost = kept.some((_, index) => !translated.includes(sign(index)))
      return lost
        ? undefined
        : kept.reduce((rest, name, index) => rest.replaceAll(sign(index), name), translated)
    },
  }
}

const sign = (index: number) => `[[${index}]]`
