type Asked<Work> = { number: number; work: Work }

/** What a process of `lazyProcess` does: answers each work with its result, or with what was wrong with it. */
export const answerWork = <Work, Result>(doIt: (work: Work) => Result | Promise<Result>) =>
  process.on('message', async asked => {
    const { number, work } = asked as Asked<Work>
    const answer = (said: object) => process.send?.({ number, ...said }, undefined, undefined, nobodyListens)
    try {
      answer({ result: await doIt(work) })
    } catch (fault) {
      answer({ fault: fault instanceof Error ? fault.message : String(fault) })
    }
  })

/** Whoever asked may be gone; then this process ends by itself. */
const nobodyListens = () => {}
