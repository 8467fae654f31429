import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { failureFrom } from './failures.ts'
import { program, type ServerFiles } from './server-files.ts'
import type { SystemUser } from './system-user.ts'

export type Place = { dataFolder: string; files: ServerFiles; user: SystemUser; durable: boolean }

/** Makes the data folder of a new server. It gets its name when it is complete: half a folder never starts. */
export async function initialise(place: Place, password: string) {
  const { dataFolder, user } = place
  const unfinished = `${dataFolder}.new`
  const passwordFile = join(unfinished, 'password')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(join(unfinished, 'data'), { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user.ids) {
    const { uid, gid } = user.ids
    for (const path of [unfinished, join(unfinished, 'data'), passwordFile]) await chown(path, uid, gid)
  }
  try {
    await initdb({ ...place, dataFolder: join(unfinished, 'data') }, passwordFile)
    await rename(join(unfinished, 'data'), dataFolder)
    await chmod(dataFolder, 0o700)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

export const isInitialised = (dataFolder: string) =>
  stat(join(dataFolder, 'PG_VERSION')).then(
    () => true,
    () => false,
  )

const initdb = ({ dataFolder, files, user, durable }: Place, passwordFile: string) =>
  new Promise<void>((resolve, reject) => {
    const flags = [
      `--pgdata=${dataFolder}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // Without these the server takes its encoding and order from the shell it happened to start in.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]
    const child = spawn(program(files, 'initdb'), flags, {
      ...user.ids,
      cwd: '/',
      env: { LANG: 'C', TZ: 'UTC' },
    })
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', error => reject(failureFrom(String(error), dataFolder)))
    child.once('close', code => (code === 0 ? resolve() : reject(failureFrom(said, dataFolder))))
  })
