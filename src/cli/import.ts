import { resolve } from 'node:path'
import {
  changesInWords,
  faultsInWords,
  importCityPack,
  isWarning,
  type Progress,
} from '../city-pack/index.ts'
import { OperatorError } from '../platform/operator-error.ts'
import {
  isStaffLanguage,
  staffLanguages,
  staffWordingFor,
  type Translate,
} from '../platform/wording/wording.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { bringUpToDate, connectedTo, withDatabase } from './with-database.ts'

const usage = `import FOLDER [--dry-run] [--language ${staffLanguages.join('|')}]`

export const importPack: Command = {
  usage,
  does: 'check a city pack and make it the state of the city; --dry-run changes nothing',
  async run(rest, settings) {
    const { values, files } = readArguments(rest, usage, {
      files: 1,
      options: { 'dry-run': { type: 'boolean' }, language: { type: 'string' } },
    })
    const language = values.language ?? 'de'
    if (!isStaffLanguage(language))
      throw new OperatorError(`--language is one of ${staffLanguages.join(', ')}.`)
    const { t } = staffWordingFor(language, 'UTC')

    const result = await withDatabase(settings, 'import', async database => {
      await bringUpToDate(database)
      const bar = progressBar(t)
      const folder = resolve(files[0] ?? '')
      const given = { folder, now: Temporal.Now.instant(), dryRun: values['dry-run'] === true }
      return connectedTo(database.urls.app, db =>
        importCityPack({ ...given, db, onProgress: bar.show }).finally(bar.end),
      )
    })

    if (result.outcome === 'faulty') {
      const count = result.faults.filter(fault => !isWarning(fault)).length
      throw new OperatorError(
        `${faultsInWords(result.faults, t)}\n\n${t('cityPack.import.faulty', { count })}`,
      )
    }
    if (result.warnings.length > 0) console.log(`${faultsInWords(result.warnings, t)}\n`)
    console.log(
      t(`cityPack.import.${result.outcome === 'dry-run' ? 'dryRun' : 'imported'}`, { city: result.city }),
    )
    console.log(changesInWords(result.changes, t))
  },
}

/** On a terminal a bar that grows, elsewhere one line per step. */
const progressBar = (t: Translate, out = process.stderr) => {
  let last = ''
  const show = ({ step, done, total }: Progress) => {
    const words = t(`cityPack.import.${step}`)
    if (out.isTTY)
      out.write(`\r\x1b[2K  ${bar(done / total)}  ${words}${total > 1 ? ` ${done} / ${total}` : ''}`)
    else if (words !== last) out.write(`  ${words} …\n`)
    last = words
  }
  return { show, end: () => out.isTTY && out.write('\r\x1b[2K') }
}

const bar = (share: number) => '█'.repeat(Math.round(share * 24)).padEnd(24, '░')
