import type { Context } from '../identity/index.ts'
import type { Registering, RegisterOutcome } from './joining.ts'
import { clashesOf, putOnOwnPage, registerForAll, safetyBehind } from './several/several-dates.ts'
import { deskOfCode } from './show.ts'
import type { Clash } from './store/same-page.ts'

export type JoinOutcome =
  /** `isAll` is false where a further date gave neither a place nor one in line. */
  | { outcome: 'asked'; first: RegisterOutcome; isAll: boolean }
  /** What the family has at the same time, and was not told yet. */
  | { outcome: 'clashes'; clashes: readonly Clash[] }
  | { outcome: 'unknown-code' }

type ByForm = {
  asked: Registering
  /** Further dates of the offer that were ticked. */
  dates: readonly string[]
  /** The code of an earlier registration; empty where the family shows none. */
  ownCode: string
  /** Of which dates it was told before that it has something then. */
  clashesSeen: readonly string[]
}

/**
 * What a family asks for by its form. Whoever shows the code of an earlier registration hears first what overlaps, is
 * reached no less safely than before, and finds both on one page. Who shows none is told nothing, and no stranger is.
 */
export const joinByForm = async (
  { desk, nobody }: { desk: Context; nobody: Context },
  { asked, dates, ownCode, clashesSeen }: ByForm,
): Promise<JoinOutcome> => {
  if (ownCode === '') return { outcome: 'asked', ...(await registerForAll(desk, asked, dates)) }
  if (!(await deskOfCode(nobody, ownCode))) return { outcome: 'unknown-code' }
  const clashes = await clashesOf(desk, ownCode, { intakes: [asked.intakeId, ...dates], seen: clashesSeen })
  if (clashes.length > 0) return { outcome: 'clashes', clashes }

  const contact = { ...asked.contact, ...(await safetyBehind(desk, ownCode)) }
  const { first, isAll } = await registerForAll(desk, { ...asked, contact }, dates)
  if ('keys' in first) await putOnOwnPage(desk, { link: first.keys.link, code: ownCode })
  return { outcome: 'asked', first, isAll }
}
