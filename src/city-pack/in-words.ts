import type { Translate } from '../platform/wording/wording.ts'
import { type Fault, isWarning } from './faults.ts'
import type { Change } from './import-city-pack.ts'

/** One line per fault: where it stands, what is wrong, how to mend it. */
export const faultInWords = ({ file, line, column, code, about }: Fault, t: Translate) => {
  const what = t(`cityPack.faults.${code}.what`, about)
  const mend = t(`cityPack.faults.${code}.mend`, about)
  return `${file}:${line}:${column}  ${what}  ${mend}`
}

/** All faults first, then what is only worth a look; of that the first fifty are enough to see what it is. */
export const faultsInWords = (faults: readonly Fault[], t: Translate): string => {
  const [serious, warnings] = [faults.filter(fault => !isWarning(fault)), faults.filter(isWarning)]
  const lines = (some: readonly Fault[]) => some.map(fault => faultInWords(fault, t)).join('\n')
  const paragraphs = serious.length > 0 ? [lines(serious)] : []
  if (warnings.length > 0) {
    const left = warnings.length - shownWarnings
    const more = left > 0 ? `\n${t('cityPack.import.more', { count: left })}` : ''
    paragraphs.push(t('cityPack.import.warnings', { count: warnings.length }))
    paragraphs.push(lines(warnings.slice(0, shownWarnings)) + more)
  }
  return paragraphs.join('\n\n')
}

const shownWarnings = 50

/** What an import did to each file; files in which nothing changed are left out. */
export const changesInWords = (changes: readonly Change[], t: Translate): string => {
  const lines = changes.flatMap(({ file, added, changed, removed, unchanged }) => {
    if (added + changed + removed === 0) return []
    const gone = file === 'offers.csv' ? 'archived' : 'removed'
    const counts = [
      [added, t('cityPack.import.added')],
      [changed, t('cityPack.import.changed')],
      [removed, t(`cityPack.import.${gone}`)],
      [unchanged, t('cityPack.import.unchanged')],
    ] as const
    const told = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
    return [`  ${file.padEnd(24)}  ${told.join(', ')}`]
  })
  return lines.length > 0 ? lines.join('\n') : `  ${t('cityPack.import.nothing')}`
}
