/**
 * The language of these that a browser asks for before all others, by its `Accept-Language`; the first of them where
 * it asks for none. A telephone that says tr-TR and nothing else reads tr.
 */
export const preferredLanguage = <Language extends string>(
  asked: string,
  offered: readonly [Language, ...Language[]],
): Language => {
  for (const wanted of inOrder(asked)) {
    const found =
      offered.find(language => language === wanted) ?? offered.find(language => isMeant(wanted, language))
    if (found) return found
  }
  return offered[0]
}

/** What is asked for, lower case, the most wanted first. */
const inOrder = (asked: string) =>
  asked
    .toLowerCase()
    .split(',')
    .map(each => {
      const [tag = '', weight = ''] = each.split(';')
      return { tag: tag.trim(), weight: Number(/q=([\d.]+)/.exec(weight)?.[1] ?? 1) }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)

const isMeant = (wanted: string, language: string) => {
  const [first = ''] = wanted.split('-')
  return language === (readAs[first] ?? first)
}

/** Languages whose readers can read one of ours: Dari is written as Persian is, and Moldovan as Romanian. */
const readAs: Partial<Record<string, string>> = { prs: 'fa', mo: 'ro' }
