import type { Context } from 'hono'

/** What went wrong, for programs (RFC 9457). `type` is an address at which the kind of problem is explained. */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  /** One entry for each part of the address that is wrong. */
  errors?: readonly { parameter: string; detail: string }[]
}

export const answerProblem = (c: Context, problem: Problem) =>
  c.body(JSON.stringify(problem), problem.status as 404, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
