import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectFolder } from './config.ts'

/** The process ends when nothing was asked of it for so long; work that takes longer than this is given up. */
const idleMilliseconds = 30_000
const longestMilliseconds = 20_000

type Answer = { number: number; result?: unknown; fault?: string }
type Asked = {
  number: number
  work: unknown
  resolve: (result: unknown) => void
  reject: (fault: Error) => void
}
type Helper = { child: ChildProcess; timer: NodeJS.Timeout | undefined }

type Limits = {
  /** What it may keep in memory; more ends it, and with it what was asked. */
  memoryMegabytes?: number
  /** Milliseconds that one work may take. */
  longest?: number
}

/**
 * Work for a library that is too heavy to stay in memory: done in a process that is started when it is needed and
 * ends by itself (docs/decisions/0019-heavy-work-in-a-process-of-its-own.md). Its file calls `answerWork`. The process
 * gets no settings, so it knows no secret.
 *
 * It is given one work at a time: each is answered as soon as it is done, the limit is for the work and not for the
 * waiting, and work that ends the process takes no other with it.
 */
export const lazyProcess = <Work, Result>(
  file: string,
  { memoryMegabytes, longest = longestMilliseconds }: Limits = {},
) => {
  const line: Asked[] = []
  let helper: Helper | undefined
  let doing: Asked | undefined
  let asked = 0

  const start = (): Helper => {
    const child = fork(file, {
      ...{ execArgv: memoryMegabytes ? [`--max-old-space-size=${memoryMegabytes}`] : [] },
      ...{ env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    })
    child.on('message', answer => {
      const { number, result, fault } = answer as Answer
      if (number !== doing?.number) return
      if (fault === undefined) doing.resolve(result)
      else doing.reject(new Error(fault))
      doing = undefined
      next()
    })
    child.on('error', fault => end(child, fault))
    child.on('exit', () => end(child))
    // A resting process keeps nobody from stopping, and ends with the one that started it.
    child.unref()
    return { child, timer: undefined }
  }

  const next = () => {
    if (doing) return
    doing = line.shift()
    if (doing) give(doing)
    else rest()
  }

  const give = ({ number, work }: Asked) => {
    helper ??= start()
    const { child, timer } = helper
    clearTimeout(timer)
    child.channel?.ref()
    helper.timer = setTimeout(() => end(child), longest).unref()
    child.send({ number, work }, fault => fault && end(child))
  }

  const rest = () => {
    if (!helper) return
    const { child, timer } = helper
    clearTimeout(timer)
    child.channel?.unref()
    helper.timer = setTimeout(() => end(child), idleMilliseconds).unref()
  }

  const end = (child: ChildProcess, fault = new Error('The process ended before it had answered.')) => {
    if (helper?.child !== child) return
    clearTimeout(helper.timer)
    helper = undefined
    child.kill('SIGKILL')
    doing?.reject(fault)
    doing = undefined
    next()
  }

  return (work: Work) =>
    new Promise<Result>((resolve, reject) => {
      line.push({ number: ++asked, work, resolve: resolve as Asked['resolve'], reject })
      next()
    })
}

/** The file of a process: beside its module while we develop; built on its own, because a process begins with a file. */
export const processFile = (name: string, module: string) =>
  module.endsWith('.ts')
    ? fileURLToPath(new URL(`./${name}.ts`, module))
    : join(projectFolder, 'dist', `${name}.js`)
