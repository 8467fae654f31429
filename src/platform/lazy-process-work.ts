type Asked<Work> = { number: number; work: Work }

/** What a process of `lazyProcess` does: answers each work with its result, or with what was wrong with it. */
export const answerWork = <Work, Result>(doIt: (work: Work) => Result) =>
  process.on('message', asked => {
    const { number, work } = asked as Asked<Work>
    try {
      process.send?.({ number, result: doIt(work) })
    } catch (fault) {
      process.send?.({ number, fault: fault instanceof Error ? fault.message : String(fault) })
    }
  })
