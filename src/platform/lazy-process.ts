import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectFolder } from './config.ts'

/** The process ends when nothing was asked of it for so long; work that takes longer than this is given up. */
const idleMilliseconds = 30_000
const longestMilliseconds = 20_000

type Answer = { number: number; result?: unknown; fault?: string }
type Waiting = { resolve: (result: unknown) => void; reject: (fault: Error) => void }
type Helper = {
  child: ChildProcess
  waiting: Map<number, Waiting>
  end: () => void
  rest: NodeJS.Timeout | undefined
}

type Limits = {
  /** What it may keep in memory; more ends it, and with it what was asked. */
  memoryMegabytes?: number
  /** Milliseconds after which what was asked is given up. */
  longest?: number
}

/**
 * Work for a library that is too heavy to stay in memory: done in a process that is started when it is needed and
 * ends by itself (docs/decisions/0019-heavy-work-in-a-process-of-its-own.md). Its file calls `answerWork`. The process
 * gets no settings, so it knows no secret.
 */
export const lazyProcess = <Work, Result>(
  file: string,
  { memoryMegabytes, longest = longestMilliseconds }: Limits = {},
) => {
  let helper: Helper | undefined
  let asked = 0

  const start = (): Helper => {
    const child = fork(file, {
      ...{ execArgv: memoryMegabytes ? [`--max-old-space-size=${memoryMegabytes}`] : [] },
      ...{ env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    })
    const waiting = new Map<number, Waiting>()
    const end = (fault: Error = new Error('The process ended before it had answered.')) => {
      if (helper === started) helper = undefined
      clearTimeout(started.rest)
      for (const { reject } of waiting.values()) reject(fault)
      waiting.clear()
      child.kill('SIGKILL')
    }
    const started: Helper = { child, waiting, end, rest: undefined }
    child.on('message', answer => {
      const { number, result, fault } = answer as Answer
      if (fault === undefined) waiting.get(number)?.resolve(result)
      else waiting.get(number)?.reject(new Error(fault))
      waiting.delete(number)
      if (waiting.size > 0) return
      child.channel?.unref()
      started.rest = setTimeout(() => end(), idleMilliseconds).unref()
    })
    child.on('error', end)
    child.on('exit', () => end())
    // A resting process keeps nobody from stopping, and ends with the one that started it.
    child.unref()
    return started
  }

  return (work: Work): Promise<Result> => {
    helper ??= start()
    const { child, waiting, rest, end } = helper
    clearTimeout(rest)
    child.channel?.ref()
    const number = ++asked
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => end(), longest).unref()
      const settle =
        <Value>(how: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(limit)
          how(value)
        }
      waiting.set(number, { resolve: settle(resolve as Waiting['resolve']), reject: settle(reject) })
      child.send({ number, work }, fault => fault && end())
    })
  }
}

/** The file of a process: beside its module while we develop; built on its own, because a process begins with a file. */
export const processFile = (name: string, module: string) =>
  module.endsWith('.ts')
    ? fileURLToPath(new URL(`./${name}.ts`, module))
    : join(projectFolder, 'dist', `${name}.js`)
