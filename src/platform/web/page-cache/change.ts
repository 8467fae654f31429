/** What changed: the words and dates of the programme, or only how many places are free. */
export type Subject = 'programme' | 'availability'

/** One transaction that changed what pages show, in one city or (`*`) in all. */
export type Change = { subject: Subject; city: string; transaction: bigint }

/** Reads `programme <city> <transaction>`, as the triggers of the database tell it. */
export const readChange = (news: string): Change | undefined => {
  const [, subject, city = '', transaction = ''] = /^(programme|availability) (\S+) (\d+)$/.exec(news) ?? []
  return subject ? { subject: subject as Subject, city, transaction: BigInt(transaction) } : undefined
}
