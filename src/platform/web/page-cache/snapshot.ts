/** Which transactions a reading of the database had in it, as PostgreSQL's `pg_current_snapshot()` says. */
export type Snapshot = { allBefore: bigint; noneFrom: bigint; running: ReadonlySet<bigint> }

/** Reads `xmin:xmax:running,running`; undefined for anything else. */
export const readSnapshot = (text: string): Snapshot | undefined => {
  const [, xmin, xmax, running] = /^(\d+):(\d+):([\d,]*)$/.exec(text) ?? []
  if (xmin === undefined || xmax === undefined) return undefined
  return {
    allBefore: BigInt(xmin),
    noneFrom: BigInt(xmax),
    running: new Set(running ? running.split(',').map(BigInt) : []),
  }
}

/** Whether what a transaction wrote could be seen in it. */
export const contains = ({ allBefore, noneFrom, running }: Snapshot, transaction: bigint) =>
  transaction < allBefore || (transaction < noneFrom && !running.has(transaction))
