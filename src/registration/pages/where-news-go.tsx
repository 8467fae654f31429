import type { Wording } from '../../platform/wording/wording.ts'
import { type Registration, wasJustMade } from '../registration.ts'
import { glimpseOf, longerGlimpseOf } from './glimpse.ts'

type Props = { registration: Registration; now: Temporal.Instant; address: string; wording: Wording }

/**
 * Where the family is told, so that it sees at once what it typed wrong. Whoever has just registered sees more of it than
 * whoever opens the link later, unless somebody reads along.
 */
export const WhereNewsGo = ({ registration, now, address, wording: { t } }: Props) => {
  const { contact } = registration.household
  if (contact.kind === 'none') return null
  const isSafe = contact.neutral || !wasJustMade(registration, now)
  return (
    <p>
      {t(`registration.my.whereTo.${contact.kind}`, {
        contact: (isSafe ? glimpseOf : longerGlimpseOf)(contact),
      })}{' '}
      <a href={`${address}/change`}>{t('registration.my.whereTo.wrong')}</a>
    </p>
  )
}
