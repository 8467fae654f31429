import { answerWork } from '../../src/platform/lazy-process-work.ts'

/** A process for tests that says who it is and what it knows, after a while where it is slow, is at fault, or dies. */
export type OddJob = 'who' | 'slow' | 'fault' | 'die'
export type Known = { pid: number; environment: string[] }

answerWork((job: OddJob): Known => {
  if (job === 'die') process.exit(1)
  if (job === 'fault') throw new Error('This cannot be done.')
  if (job === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
  return { pid: process.pid, environment: Object.keys(process.env) }
})
