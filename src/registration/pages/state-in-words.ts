import type { Wording } from '../../platform/wording/wording.ts'
import { isLive } from '../registration.ts'
import type { RegistrationView } from '../show.ts'

/** Where the centre says yes first, a family that waits has asked and stands in no line. */
export const hasAsked = ({ registration, intake }: RegistrationView) =>
  registration.state === 'waiting' && intake.giving === 'after-approval'

/** Whether the family still counts on a date that does not take place. */
export const isCalledOff = ({ registration, intake }: RegistrationView) =>
  isLive(registration.state) && intake.calledOff !== null

/** How things stand with a registration, as the family reads it. */
export const stateInWords = (view: RegistrationView, { t }: Wording) =>
  isCalledOff(view)
    ? t('programme.session.cancelledTitle')
    : t(`registration.state.${hasAsked(view) ? 'asked' : view.registration.state}`)
