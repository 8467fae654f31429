import { OperatorError } from '../../operator-error.ts'

/** Turns what PostgreSQL wrote before it gave up into one sentence with the way out. */
export function failureFrom(said: string, folder: string): OperatorError {
  const known = knownFailure(said, folder)
  if (known) return known
  const reason = said.match(/(?:FATAL|PANIC|error):\s+(.*)/)?.[1] ?? said.trim().split('\n').at(-1)
  return new OperatorError(`The database in ${folder} does not start: ${reason}. Its log is ${folder}.log.`)
}

/** The sentence for a cause we know, if it is one. */
export function knownFailure(said: string, folder: string): OperatorError | undefined {
  const known = causes.find(cause => cause.sign.test(said))
  return known && new OperatorError(known.sentence(folder))
}

/** Processes of a server that was killed have not noticed yet. */
export const othersStillWork = /shared memory block .* is still in use|lock file .* already exists/i

const causes: { sign: RegExp; sentence: (folder: string) => string }[] = [
  {
    sign: /No space left on device|ENOSPC|Disk quota exceeded/i,
    sentence: folder =>
      `The disk that holds ${folder} is full. Free some space (200 MB to begin with) and start again; nothing confirmed is lost.`,
  },
  {
    sign: /Read-only file system|EROFS/i,
    sentence: folder =>
      `The disk that holds ${folder} is read-only. Set KIEZNETZ_DATA to a folder that can be written.`,
  },
  {
    sign: /Permission denied|EACCES|EPERM|has wrong ownership|invalid permissions/i,
    sentence: folder =>
      `The database's user cannot use ${folder}. Give it that folder, or set KIEZNETZ_DATA to one it can reach.`,
  },
  {
    sign: /database files are incompatible|initialized by PostgreSQL version/i,
    sentence: folder =>
      `The database in ${folder} was made by another major version of PostgreSQL. Take a backup with the version ` +
      'of KiezNetz that made it, and restore that into a new folder (docs/operating.md).',
  },
  {
    sign: othersStillWork,
    sentence: folder =>
      `Processes of an earlier database server still work on ${folder}. Wait a minute and start again.`,
  },
  {
    sign: /GLIBC_|cannot open shared object|ENOENT|Exec format error/i,
    sentence: () =>
      'The built-in PostgreSQL does not run on this system. Run "npm ci" again, ' +
      'or set DATABASE_URL, DATABASE_URL_PUBLIC and DATABASE_URL_OWNER to a server of your own.',
  },
]
