// npm test: everything that must hold, on a machine that has nothing but Node and npm. `--quick` leaves out the
// journeys in the browser (npm run check). The last line counts: N passed, N failed.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { prepare, project, run, tell } from './prepare.mjs'

const isQuick = process.argv.includes('--quick')
const bin = join(project, 'node_modules', '.bin')
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }

const tidiness = [
  ['format and lint', 'biome', ['check', '--error-on-warnings']],
  // Twice as fast as the tsc that the other tools still need.
  ['types', '../typescript-native/bin/tsc', ['-p', '.']],
  ['import walls', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs']],
  ['dead code', 'knip', []],
]

await prepare()
// The types take longer than the three others together.
const tidy = await Promise.all(tidiness.map(tidinessOf))
const tests = await runTests()
const passed = tests.passed + tidy.filter(Boolean).length
const failed = tests.failed + tidy.filter(isTidy => !isTidy).length
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 || tests.code !== 0 ? 1 : 0)

/** Runs one check; says how long it took, and shows what it printed only if it failed. */
async function tidinessOf([name, command, args]) {
  const since = performance.now()
  const { code, output } = await quietly(command, args)
  tell(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - since) / 1000).toFixed(1)} s)`)
  if (code !== 0) console.log(output)
  return code === 0
}

/** All tests; a run that did not come to its end counts as one failure. */
async function runTests() {
  const folder = await mkdtemp(join(tmpdir(), 'kieznetz-report-'))
  const report = join(folder, 'tests.json')
  const projects = isQuick ? ['quick', 'concurrency'] : ['quick', 'concurrency', 'journeys']
  try {
    const code = await run(
      join(bin, 'vitest'),
      [
        'run',
        ...projects.flatMap(name => ['--project', name]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { env },
    )
    const counts = await readFile(report, 'utf8').then(JSON.parse, () => ({
      numPassedTests: 0,
      numFailedTests: 0,
    }))
    const failed = Math.max(counts.numFailedTests, code === 0 ? 0 : 1)
    return { code, passed: counts.numPassedTests, failed }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function quietly(command, args) {
  return new Promise(resolve => {
    const child = spawn(join(bin, command), args, { cwd: project, env })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    child.once('error', error => resolve({ code: 1, output: error.message }))
    child.once('exit', code => resolve({ code: code ?? 1, output }))
  })
}
