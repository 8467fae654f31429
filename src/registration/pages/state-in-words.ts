import type { Wording } from '../../platform/wording/wording.ts'
import type { RegistrationView } from '../show.ts'

/** Where the centre says yes first, a family that waits has asked and stands in no line. */
export const hasAsked = ({ registration, intake }: RegistrationView) =>
  registration.state === 'waiting' && intake.giving === 'after-approval'

/** How things stand with a registration, as the family reads it. */
export const stateInWords = (view: RegistrationView, { t }: Wording) =>
  t(`registration.state.${hasAsked(view) ? 'asked' : view.registration.state}`)
