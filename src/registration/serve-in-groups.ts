/** A group as large as this is written as fast as a small one, and nobody in it waits long for the others. */
const mostTogether = 50

type WhoAsks<Asking, Answer> = { asking: Asking } & PromiseWithResolvers<Answer>

/**
 * Serves those who want the same thing in groups: who comes while others are served belongs to the next group, in
 * the order of coming. So a rush waits here and takes no connection away from other families. What goes wrong for a
 * group is tried again with each alone, so that nobody pays for another's fault.
 */
export const serveInGroups = <Asking, Answer>(
  serve: (group: readonly [Asking, ...Asking[]]) => Promise<readonly Answer[]>,
) => {
  const lines = new Map<string, WhoAsks<Asking, Answer>[]>()

  const serveLine = async (what: string, line: WhoAsks<Asking, Answer>[]) => {
    for (let group = line.splice(0, mostTogether); group.length > 0; group = line.splice(0, mostTogether)) {
      await serveGroup(group)
    }
    lines.delete(what)
  }

  const serveGroup = async (group: readonly WhoAsks<Asking, Answer>[]): Promise<void> => {
    const [first, ...others] = group
    if (!first) return
    try {
      const answers = await serve([first.asking, ...others.map(({ asking }) => asking)])
      for (const [index, answer] of answers.entries()) group[index]?.resolve(answer)
    } catch (error) {
      if (others.length === 0) return first.reject(error)
      for (const one of group) await serveGroup([one])
    }
  }

  return (what: string, asking: Asking): Promise<Answer> => {
    const one = { asking, ...Promise.withResolvers<Answer>() }
    const line = lines.get(what)
    if (line) line.push(one)
    else {
      const opened = [one]
      lines.set(what, opened)
      void serveLine(what, opened)
    }
    return one.promise
  }
}
