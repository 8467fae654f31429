import type { Problem } from '../platform/web/problem.ts'
import { paths } from './paths.ts'

/** What can be wrong with a question, with the sentence that every such answer carries. */
export const titles = {
  'wrong-parameters': { status: 400, title: 'Something in the address is wrong.' },
  'not-found': { status: 404, title: 'There is no such thing here.' },
  'no-city': { status: 404, title: 'No city answers to this host.' },
  'read-only': { status: 405, title: 'Here one can only read.' },
  'too-often': { status: 429, title: 'You ask more often than we can answer. Try again in a minute.' },
  fault: { status: 500, title: 'Something went wrong on our side.' },
} as const

export type ProblemKind = keyof typeof titles
export const problemKinds = Object.keys(titles) as ProblemKind[]

/** A problem as RFC 9457 has it; its type leads to where the kinds of problems are explained. */
export const problemOf = (
  kind: ProblemKind,
  origin: string,
  more: Pick<Problem, 'detail' | 'errors'> = {},
): Problem => ({ type: `${origin}${paths.page('en')}#${kind}`, ...titles[kind], ...more })
