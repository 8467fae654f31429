import { answerWork } from '../../src/platform/lazy-process-work.ts'

/** A process for tests that says who it is and what it knows, is at fault, or dies. */
export type OddJob = 'who' | 'fault' | 'die'
export type Known = { pid: number; environment: string[] }

answerWork((job: OddJob): Known => {
  if (job === 'die') process.exit(1)
  if (job === 'fault') throw new Error('This cannot be done.')
  return { pid: process.pid, environment: Object.keys(process.env) }
})
