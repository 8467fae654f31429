type Step = () => Promise<void>

export type Stoppable = ReturnType<typeof stoppable>

/**
 * Keeps what has to be undone and undoes it once, last first: when a signal comes, when the launcher is gone,
 * or when the start fails half way.
 */
export function stoppable() {
  const steps: Step[] = []
  let stopping: Promise<void> | undefined

  async function undo() {
    for (let step = steps.pop(); step; step = steps.pop()) await step()
  }
  return {
    isStopping: () => stopping !== undefined,
    stop: () => {
      stopping ??= undo()
      return stopping
    },
    /** Remembers a step; when stopping began meanwhile it is taken at once and the start ends here. */
    async keep(step: Step) {
      steps.push(step)
      if (!stopping) return
      await stopping
      await undo()
      throw new Error('The start was interrupted')
    },
  }
}

/**
 * Calls back at Ctrl-C, termination or a closed terminal, when the launcher that started us is gone, and when
 * something broke that nobody caught. Ctrl-C comes twice, from the terminal and passed on by the launcher.
 */
export function onEnd(end: (why: string | Error) => void) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
  process.once('disconnect', () => end('launcher gone'))
  process.once('uncaughtException', end)
}
