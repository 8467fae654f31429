import { constants, existsSync, statSync } from 'node:fs'
import { access, chmod, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OperatorError } from '../../operator-error.ts'
import { canReach, databaseUser } from './system-user.ts'

/** Where a system's own data lies; server files and data go there when the clone lies behind a closed folder. */
export const systemFolder = '/var/lib/kieznetz'

type Wanted = { folder: string; mayMove: boolean }

/**
 * The folder for the data: the wanted one when we can write it and the database's user can reach it. Else, when
 * nobody asked for that one, a folder under /var/lib/kieznetz that belongs to this clone alone.
 */
export async function placeFor({ folder, mayMove }: Wanted, elsewhere = systemFolder): Promise<string> {
  const user = await databaseUser(join(folder, 'postgres'))
  const nearest = nearestExisting(folder)
  if (!statSync(nearest).isDirectory()) throw unusable(folder, 'ENOTDIR')
  if (canReach(user, nearest, 'x')) return makeWritable(folder)
  if (mayMove) return makeWritable(join(elsewhere, folder.slice(1).replaceAll('/', '-')))
  if (!user.ids) throw unusable(folder, 'EACCES')
  throw new OperatorError(
    `PostgreSQL does not run as root, and its user "${user.name}" cannot pass through ${nearest} to the data ` +
      `folder. Set KIEZNETZ_DATA to a folder it can reach, such as ${systemFolder}/data.`,
  )
}

/** Makes a folder that others may pass through but not list, whatever the umask says. */
export async function makeWritable(folder: string): Promise<string> {
  try {
    const made = await mkdir(folder, { recursive: true })
    if (made)
      for (let path = folder; path.length >= made.length; path = dirname(path)) await chmod(path, 0o711)
    await access(folder, constants.W_OK | constants.X_OK)
    return folder
  } catch (error) {
    throw unusable(folder, (error as NodeJS.ErrnoException).code)
  }
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)))

function unusable(folder: string, code = 'error') {
  const reason = reasons[code] ?? code
  return new OperatorError(
    `The data folder ${folder} cannot be used: ${reason}. Set KIEZNETZ_DATA to a folder of yours with space in it.`,
  )
}

const reasons: Record<string, string> = {
  EACCES: 'it may not be written by you',
  EPERM: 'it may not be written by you',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a file is in its place',
  EEXIST: 'a file is in its place',
}
