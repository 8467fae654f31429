import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectFolder } from '../src/platform/config.ts'
import { writeLargePack } from './large-pack.ts'
import { atMost, type Result, rounded } from './result.ts'

const offers = 20_000

/** `kieznetz import` of a pack with 20,000 offers into an empty database, checks and dates included. */
export async function measureImport(folder: string, { count = offers } = {}): Promise<Result> {
  const pack = join(folder, 'pack')
  await writeLargePack(pack, count)
  await kieznetz(folder, 'migrate')
  const began = performance.now()
  await kieznetz(folder, 'import', pack)
  const seconds = (performance.now() - began) / 1_000
  return atMost(60, seconds, 's', {
    name: `Import of ${count.toLocaleString('en')} offers`,
    detail: `${rounded(count / seconds)} offers/s, database start and end included`,
  })
}

const kieznetz = (folder: string, ...words: string[]) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(
      join(projectFolder, 'node_modules', '.bin', 'node'),
      [join(projectFolder, 'dist', 'cli.js'), ...words],
      { env: { ...process.env, KIEZNETZ_DATA: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let said = ''
    child.stderr.on('data', text => {
      said += text
    })
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`kieznetz ${words[0]} failed:\n${said.slice(-2_000)}`)),
    )
  })
