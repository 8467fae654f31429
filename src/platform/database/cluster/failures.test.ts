import { expect, test } from 'vitest'
import { failureFrom } from './failures.ts'

test.each([
  [
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    'The disk that holds /data is full.',
  ],
  ['initdb: error: could not create directory "/data/base": Read-only file system', '/data is read-only.'],
  [
    'initdb: error: could not access directory "/data": Permission denied',
    "The database's user cannot use /data.",
  ],
  ['FATAL:  data directory "/data" has wrong ownership', "The database's user cannot use /data."],
  [
    'FATAL:  database files are incompatible with server',
    'another major version of PostgreSQL. Take a backup',
  ],
  [
    'FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use',
    'Wait a minute and start again.',
  ],
  ["/bin/postgres: version `GLIBC_2.99' not found", 'The built-in PostgreSQL does not run on this system.'],
])('"%s" becomes a sentence with the way out', (said, sentence) => {
  expect(failureFrom(said, '/data').message).toContain(sentence)
})

test('what is not known is quoted, with the place of the log', () => {
  const said = 'LOG:  starting\n2026-11-22 UTC [1] FATAL:  the moon is in the wrong quarter\n'
  expect(failureFrom(said, '/data').message).toBe(
    'The database in /data does not start: the moon is in the wrong quarter. Its log is /data.log.',
  )
})
