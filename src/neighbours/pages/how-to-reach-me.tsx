import type { Wording } from '../../platform/wording/wording.ts'
import { ReachFields } from '../../reach/index.ts'
import type { Said, Typed } from './said.ts'

type Props = { values: Typed; errors: Said; wording: Wording }

/** How the centre reaches whoever writes a note or is interested in one; nobody else learns it. */
export const HowToReachMe = ({ values, errors, wording }: Props) => (
  <ReachFields
    label={wording.t('neighbours.field.reachBy')}
    hint={wording.t('neighbours.field.reachByHint')}
    hints={{ visit: wording.t('neighbours.wayHint.visit') }}
    {...{ values, errors, wording }}
  />
)
