import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../src/platform/config.ts'
import { type Result, rounded } from './result.ts'

const [begin, end] = ['<!-- measured -->', '<!-- /measured -->']

/** Writes the figures where people look them up: the table of docs/performance.md, and bench/results.json. */
export async function report(results: readonly Result[]) {
  const measuredOn = Temporal.Now.plainDateISO().toString()
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`
  await writeFile(
    join(projectFolder, 'bench', 'results.json'),
    `${JSON.stringify({ measuredOn, machine, results }, null, 2)}\n`,
  )
  const page = join(projectFolder, 'docs', 'performance.md')
  const text = await readFile(page, 'utf8')
  const table = [
    '| what | bar | measured | | behind it |',
    '|---|---|---|---|---|',
    ...results.map(
      ({ name, bar, value, unit, isMet, detail }) =>
        `| ${name} | ${bar} | ${rounded(value)} ${unit} | ${isMet ? 'met' : '**not met**'} | ${detail} |`,
    ),
  ].join('\n')
  const before = text.slice(0, text.indexOf(begin) + begin.length)
  const after = text.slice(text.indexOf(end))
  await writeFile(page, `${before}\nMeasured on ${measuredOn}; ${machine}.\n\n${table}\n${after}`)
  execFileSync(join(projectFolder, 'node_modules', '.bin', 'biome'), ['format', '--write', page])
}

export const inWords = ({ name, bar, value, unit, isMet, detail }: Result) =>
  `${isMet ? 'met    ' : 'NOT MET'}  ${name}\n         ${rounded(value)} ${unit} (${bar}); ${detail}`
