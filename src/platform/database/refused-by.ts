/** Does the work; where a constraint of the tables refuses it, answers with the outcome that stands beside its name. */
export const unlessRefusedBy = async <Outcome, Refusal extends string>(
  outcomes: Readonly<Record<string, Refusal>>,
  work: () => Promise<Outcome>,
): Promise<Outcome | { outcome: Refusal }> => {
  try {
    return await work()
  } catch (error) {
    const outcome = error instanceof Error && 'constraint' in error && outcomes[String(error.constraint)]
    if (!outcome) throw error
    return { outcome }
  }
}
