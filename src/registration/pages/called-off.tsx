import { Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Intake } from '../registration.ts'

type Props = { intake: Pick<Intake, 'calledOff'>; wording: Wording }

/** That a date does not take place, and why; nothing of one that does. */
export const CalledOff = ({ intake: { calledOff }, wording: { t } }: Props) => {
  if (!calledOff) return null
  const reason = t(`programme.cancelled.reason.${calledOff.reason}`)
  return (
    <Notice tone="danger" title={t('programme.session.cancelledTitle')}>
      <p>{t('programme.cancelled.because', { reason })}</p>
      {calledOff.note && (
        <p>
          <bdi lang="de">{calledOff.note}</bdi>
        </p>
      )}
    </Notice>
  )
}
