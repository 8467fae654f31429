import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { OperatorError } from '../../operator-error.ts'

/** The user of the operating system under whom PostgreSQL runs; without ids it is ourselves. */
export type SystemUser = { name: string; ids?: { uid: number; gid: number } }

/**
 * PostgreSQL refuses to run as root. Then it runs as the one who owns the existing data, else as `kieznetz`
 * or `postgres`, else as a user made for it.
 */
export async function databaseUser(dataFolder: string): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return { name: 'you' }
  const owner = await stat(dataFolder).catch(() => undefined)
  if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, ids: { uid: owner.uid, gid: owner.gid } }
  return lookUp('kieznetz') ?? lookUp('postgres') ?? makeUser()
}

/** Whether the user can do this with the path, asked of the system itself: r, w or x. */
export function canReach({ ids }: SystemUser, path: string, right: 'r' | 'w' | 'x'): boolean {
  return spawnSync('test', [`-${right}`, path], { ...ids, cwd: '/' }).status === 0
}

function lookUp(name: string): SystemUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`))
  if (!line) return undefined
  const [, , uid, gid] = line.split(':')
  return { name, ids: { uid: Number(uid), gid: Number(gid) } }
}

function makeUser(): SystemUser {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  // Not every shell of root has the administrator's programs in its path.
  spawnSync('useradd', [...options, 'kieznetz'], { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } })
  const made = lookUp('kieznetz')
  if (made) return made
  throw new OperatorError(
    'PostgreSQL refuses to run as root and no system user could be made for it. ' +
      'Make one (useradd --system kieznetz) or start as an ordinary user.',
  )
}
