type Undo = () => Promise<unknown>

const open: Undo[] = []

/** Undoes something after the work, whatever happens, and also when somebody ends the measuring early. */
export const undoneBy = async <Result>(undo: Undo, work: () => Promise<Result>): Promise<Result> => {
  open.push(undo)
  try {
    return await work()
  } finally {
    open.splice(open.indexOf(undo), 1)
    await undo()
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, async () => {
    for (const undo of open.splice(0).reverse()) await undo().catch(() => {})
    process.exit(130)
  })
