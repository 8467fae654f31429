import type { Context } from '../identity/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { paths } from './paths.ts'
import { readPayer } from './read-fees.ts'

/** The way from a family's personal page to what it pays; nothing where it costs nothing. */
export const waysToPay = async (
  desk: Context,
  { registrationId, link }: { registrationId: string; link: string },
  { t, language, euros }: Wording,
) => {
  const payer = await readPayer(desk, registrationId)
  if (!payer) return []
  const label = t(`fees.mine.way.${payer.level}`, { amount: euros(payer.dueCents) })
  return [{ href: paths.myFee(language, link), label, icon: 'price' as const }]
}
