import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectFolder } from '../config.ts'
import type { BarChart } from './chart.ts'

/** The drawing thread ends when nothing was drawn for so long; a drawing that takes longer than this is given up. */
const idleMilliseconds = 30_000
const longestMilliseconds = 20_000

type Drawn = { number: number; svg: string }
type Waiting = { resolve: (svg: string) => void; reject: (fault: Error) => void }
type Thread = {
  worker: Worker
  waiting: Map<number, Waiting>
  end: () => void
  rest: NodeJS.Timeout | undefined
}

let thread: Thread | undefined
let drawings = 0

/** Draws a chart as SVG, in a thread that is started when it is needed and ends by itself. */
export const drawChart = (chart: BarChart): Promise<string> => {
  thread ??= startThread()
  const { worker, waiting, rest, end } = thread
  clearTimeout(rest)
  const number = ++drawings
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => end(), longestMilliseconds).unref()
    const settle =
      <Value>(how: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(limit)
        how(value)
      }
    waiting.set(number, { resolve: settle(resolve), reject: settle(reject) })
    worker.postMessage({ number, chart })
  })
}

const startThread = (): Thread => {
  const worker = new Worker(workerFile, { execArgv: [] })
  const waiting = new Map<number, Waiting>()
  const end = (fault: Error = new Error('The drawing thread ended before it had drawn.')) => {
    if (thread === started) thread = undefined
    clearTimeout(started.rest)
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
    void worker.terminate()
  }
  const started: Thread = { worker, waiting, end, rest: undefined }
  worker.on('message', ({ number, svg }: Drawn) => {
    waiting.get(number)?.resolve(svg)
    waiting.delete(number)
    if (waiting.size === 0) started.rest = setTimeout(() => end(), idleMilliseconds).unref()
  })
  worker.on('error', end)
  worker.on('exit', () => end())
  // A resting thread keeps nobody from stopping.
  worker.unref()
  return started
}

/** Beside this file while we develop; built on its own, because a thread begins with a file. */
const workerFile = import.meta.url.endsWith('.ts')
  ? new URL('./draw-worker.ts', import.meta.url)
  : join(projectFolder, 'dist', 'draw-worker.js')
