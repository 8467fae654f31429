import { LinkButton, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { HeldSession } from '../store/sessions.ts'

/** Says why there is nothing to count, in place of a counter. */
export const UncountablePage = ({
  session,
  why,
  wording: { t, language, moment },
}: {
  session: Pick<HeldSession, 'startsAt' | 'cancelReason'>
  why: 'cancelled' | 'not-started'
  wording: Wording
}) => (
  <Stack>
    <Notice tone="warning" title={t(`attendance.uncountable.${why}`)}>
      <p>
        {why === 'cancelled'
          ? t(`attendance.reason.${session.cancelReason ?? 'other'}`)
          : t('attendance.uncountable.from', { when: moment(session.startsAt) })}
      </p>
    </Notice>
    <p>
      <LinkButton href={`/${language}/staff`}>{t('attendance.counted.back')}</LinkButton>
    </p>
  </Stack>
)
