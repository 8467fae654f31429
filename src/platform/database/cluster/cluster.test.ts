import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { type Cluster, keepRunning, openCluster, runningCluster } from './cluster.ts'
import { isRunning } from './processes.ts'

const folder = await mkdtemp(join(tmpdir(), 'kieznetz-cluster-'))
let open: Cluster | undefined

test('a first start that was cut short is begun anew', async () => {
  await chmod(folder, 0o711)
  await mkdir(join(folder, 'postgres.new', 'data', 'base'), { recursive: true })
  await writeFile(join(folder, 'postgres.new', 'data', 'base', 'half'), 'half')
  await start()
  await ask('select')
})

test('what was written is there after a stop and a start, and the passwords are readable for us alone', async () => {
  await start()
  await ask('create table kept (word text)')
  await stop()
  await start()
  await ask('select from kept')
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'postgres'))).mode & 0o777).toBe(0o700)
})

test('it answers on the loopback only, and to nobody without the password', async () => {
  const { adminUrl } = await start()
  expect(await ask('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  const stranger = new pg.Client({ connectionString: adminUrl.replace(/:[^:@]+@/, ':guess@') })
  await expect(stranger.connect()).rejects.toThrow('password authentication failed')
})

test('a server that outlived its web server is taken over', async () => {
  await start()
  const [before] = await ask('select pg_postmaster_start_time()::text as began')
  await start()
  expect(await ask('select pg_postmaster_start_time()::text as began')).toEqual([before])
})

test('a server killed in the middle recovers at the next start', async () => {
  await start({ durable: true })
  await ask('create table survived (word text)')
  process.kill(await postmasterPid(), 'SIGKILL')
  await goneFor(await postmasterPid())
  await start()
  await ask('select from survived')
})

test('a server that ends under the web server is started again, at the same address', async () => {
  const { adminUrl } = await start()
  const said: string[] = []
  const endWatch = keepRunning(folder, line => said.push(line))
  process.kill(await postmasterPid(), 'SIGKILL')
  await vi.waitFor(() => expect(ask('select 1 as answer')).resolves.toEqual([{ answer: 1 }]), 10_000)
  await endWatch()
  expect(said).toEqual(['PostgreSQL ended unasked and is started again …'])
  expect((await runningCluster(folder))?.adminUrl).toBe(adminUrl)
})

test('a pid file whose number belongs to a stranger by now does not keep the server from starting', async () => {
  await start()
  const pidFile = join(folder, 'postgres', 'postmaster.pid')
  const left = await readFile(pidFile, 'utf8')
  await stop()
  await writeFile(pidFile, left.replace(/^\d+/, String(process.pid)))
  await start()
  await ask('select')
  expect(isRunning(process.pid)).toBe(true)
})

test('the port of last time is used again, and another one when that is taken', async () => {
  const first = new URL((await start()).adminUrl).port
  await stop()
  const again = new URL((await start()).adminUrl).port
  expect(again).toBe(first)
  await stop()
  const other = createServer().listen(Number(first), '127.0.0.1')
  const third = new URL((await start()).adminUrl).port
  other.close()
  expect(third).not.toBe(first)
  await ask('select')
})

test('a database without its passwords says where to look for them', async () => {
  const secrets = join(folder, 'secrets.json')
  await rename(secrets, `${secrets}.away`)
  await expect(openCluster(folder)).rejects.toThrow('secrets.json with its passwords is gone')
  await rename(`${secrets}.away`, secrets)
})

test('data of another major version is left alone and the way over is named', async () => {
  const versionFile = join(folder, 'postgres', 'PG_VERSION')
  await writeFile(versionFile, '17\n')
  await expect(openCluster(folder)).rejects.toThrow('another major version of PostgreSQL. Take a backup')
  await writeFile(versionFile, '18\n')
})

test.runIf(process.getuid?.() === 0)('a folder that is not its own any more is named', async () => {
  await chown(join(folder, 'postgres'), 1, 1)
  await expect(openCluster(folder)).rejects.toThrow(
    `The database's user cannot use ${join(folder, 'postgres')}`,
  )
})

afterEach(async () => {
  await (await runningCluster(folder))?.stop()
  open = undefined
})

afterAll(() => rm(folder, { recursive: true }))

async function start({ durable = false } = {}): Promise<Cluster> {
  open = await openCluster(folder, { durable })
  return open
}

async function stop() {
  const pid = await postmasterPid()
  await open?.stop()
  expect(isRunning(pid)).toBe(false)
}

async function ask(sql: string) {
  const client = new pg.Client({ connectionString: open?.adminUrl })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmasterPid = async () =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

async function goneFor(pid: number) {
  while (isRunning(pid)) await pause(10)
}
