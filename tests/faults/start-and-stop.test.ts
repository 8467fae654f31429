import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

// The built program, started as `npm start` starts it, on a data folder of its own.
const folder = await mkdtemp(join(tmpdir(), 'kieznetz-start-'))
const patience = 120_000
let started: Started[] = []

test('the first start makes an empty folder a city, and Ctrl-C ends everything', {
  timeout: patience,
}, async () => {
  const program = await startAndWait()
  expect(program.said()).toContain(`Data      ${folder}`)
  expect(program.said()).toMatch(/Sign in +\S+@\S+ /)
  expect((await fetch(`${program.address()}/health/ready`)).status).toBe(200)
  program.signal('SIGINT')
  expect(await program.exit).toBe(0)
  expect(processesOn(folder)).toEqual([])
  expect(existsSync(join(folder, 'kieznetz.pid'))).toBe(false)
})

test.each(['SIGTERM', 'SIGHUP'] as const)('%s ends everything too', { timeout: patience }, async signal => {
  const program = await startAndWait()
  program.signal(signal)
  expect(await program.exit).toBe(0)
  expect(processesOn(folder)).toEqual([])
})

test('a signal in the middle of a start leaves nothing behind', { timeout: patience }, async () => {
  const program = start()
  await program.says('PostgreSQL starts')
  program.signal('SIGINT')
  await program.exit
  expect(processesOn(folder)).toEqual([])
})

test('a second start on the same folder says who has it', { timeout: patience }, async () => {
  await startAndWait()
  const second = start()
  expect(await second.exit).toBe(1)
  expect(second.said()).toMatch(
    /"kieznetz serve" already runs on the data folder .* Stop that one first, or set/,
  )
})

test('after kill -9 of the server the next start takes its database over', {
  timeout: patience,
}, async () => {
  const program = await startAndWait()
  process.kill(await serverPid(), 'SIGKILL')
  expect(await program.exit).toBe(137)
  expect(program.said()).toContain('KiezNetz was killed. Start it again: it recovers by itself.')
  expect(processesOn(folder)).toHaveLength(1)
  const again = await startAndWait()
  expect((await fetch(`${again.address()}/health/ready`)).status).toBe(200)
})

test('kill -9 of the launcher ends server and database', { timeout: patience }, async () => {
  const program = await startAndWait()
  program.signal('SIGKILL')
  await program.exit
  await until(() => processesOn(folder).length === 0)
})

test('kill -9 of everything at once: the next start recovers', { timeout: patience }, async () => {
  const program = await startAndWait()
  program.signal('SIGKILL')
  for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL')
  process.kill(await serverPid(), 'SIGKILL')
  const again = await startAndWait()
  expect((await fetch(`${again.address()}/health/ready`)).status).toBe(200)
})

test('a taken port is named before anything else is started', { timeout: patience }, async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const program = start({ PORT: String(port) })
  expect(await program.exit).toBe(1)
  expect(program.said()).toContain(`Port ${port} is taken by another program.`)
  expect(processesOn(folder)).toEqual([])
  other.close()
})

test('a word that is no command, and a setting that is none, are refused', {
  timeout: patience,
}, async () => {
  const wrong = start({}, ['dance'])
  expect(await wrong.exit).toBe(1)
  expect(wrong.said()).toContain('There is no command "dance". "kieznetz --help" lists them all.')
  const help = start({}, ['--help'])
  expect(await help.exit).toBe(0)
  for (const word of ['serve', 'backup FILE', 'restore FILE', 'database prepare', 'KIEZNETZ_DATA'])
    expect(help.said()).toContain(word)
  const ofOne = start({}, ['user', 'add', '--help'])
  expect(await ofOne.exit).toBe(0)
  expect(ofOne.said()).toContain('kieznetz user add --email E-MAIL')
})

beforeAll(() => chmod(folder, 0o711))

afterEach(async () => {
  for (const program of started) program.signal('SIGTERM')
  await Promise.all(started.map(program => program.exit))
  await until(() => processesOn(folder).length === 0)
  started = []
})

afterAll(() => rm(folder, { recursive: true, force: true }))

type Started = {
  exit: Promise<number | null>
  said: () => string
  address: () => string | undefined
  signal: (signal: NodeJS.Signals) => void
  says: (sentence: string) => Promise<void>
}

function start(settings: Record<string, string> = {}, words = ['serve']): Started {
  const { npm_lifecycle_event, ...environment } = process.env
  const child: ChildProcess = spawn(process.execPath, ['scripts/start.mjs', ...words], {
    env: { ...environment, KIEZNETZ_DATA: folder, PORT: '0', KIEZNETZ_LOG: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      said += chunk
    })
  let ended = false
  const exit = new Promise<number | null>(resolve => {
    child.once('exit', code => {
      ended = true
      // Pipes may still hold what was written last.
      setTimeout(() => resolve(code), 50)
    })
  })
  const program: Started = {
    exit,
    said: () => said,
    address: () => said.match(/Address +(\S+)/)?.[1],
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    says: (sentence: string) =>
      until(() => {
        if (ended) throw new Error(`It ended before it said "${sentence}":\n${said}`)
        return said.includes(sentence)
      }),
  }
  started.push(program)
  return program
}

async function startAndWait() {
  const program = start()
  await program.says('Stop      Ctrl-C')
  return program
}

const serverPid = async () => JSON.parse(await readFile(join(folder, 'kieznetz.pid'), 'utf8')).pid as number

/** The database servers that run on the folder, by what the system says. */
const processesOn = (path: string) =>
  globSync('/proc/[0-9]*/cmdline')
    .filter(file => commandIn(file).includes(`-D\0${path}/postgres\0`))
    .map(file => Number(file.split('/')[2]))

function commandIn(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function until(holds: () => boolean) {
  const deadline = Date.now() + patience
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It took too long')
    await pause(50)
  }
}
