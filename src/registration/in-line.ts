type Line = { inside: number; outside: (() => void)[] }

const lines = new Map<string, Line>()

/** One is served, two are on their way in; more would only stand in each other's way at the lock. */
const atOnce = 3

/**
 * Lets those who want the same thing in a few at a time, in the order of coming. The lock in the database decides who
 * is next; but a rush that waits there takes every connection away from all other families.
 */
export const inLine = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
  const line = lines.get(what) ?? { inside: 0, outside: [] }
  lines.set(what, line)
  if (line.inside < atOnce) line.inside++
  else await new Promise<void>(resolve => line.outside.push(resolve))
  try {
    return await work()
  } finally {
    const next = line.outside.shift()
    if (next) next()
    else if (--line.inside === 0) lines.delete(what)
  }
}
