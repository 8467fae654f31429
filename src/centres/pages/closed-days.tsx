import { Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ClosedDays } from '../store/closed-days.ts'

/** When the centre is closed in the weeks to come, and why. */
export const ClosedSoon = ({ closed, wording }: { closed: readonly ClosedDays[]; wording: Wording }) =>
  closed.length > 0 ? (
    <Notice tone="warning" title={wording.t('centres.closing.title')}>
      {closed.map(days => (
        <p>
          {daysInWords(days, wording)} · {wording.t(`centres.closing.reason.${days.reason}`)}
        </p>
      ))}
    </Notice>
  ) : null

/** One day, or from the first to the last. */
export const daysInWords = (
  { firstOn, lastOn }: Pick<ClosedDays, 'firstOn' | 'lastOn'>,
  { t, day }: Pick<Wording, 't' | 'day'>,
) =>
  firstOn.equals(lastOn)
    ? day(firstOn)
    : t('centres.closing.span', { first: day(firstOn), last: day(lastOn) })
