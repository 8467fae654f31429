import { TextField } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'

type Props = { typed: string; error: string | undefined; wording: Wording }

/** For a family that has registered before: by its code all stands on one page, and what overlaps is said. */
export const OwnCodeField = ({ typed, error, wording: { t } }: Props) => (
  <details open={typed !== '' || error !== undefined}>
    <summary>{t('registration.several.own')}</summary>
    <TextField
      name="ownCode"
      label={t('registration.code.label')}
      hint={t('registration.several.ownHint')}
      value={typed}
      error={error}
      autocomplete="off"
      maxlength={40}
    />
  </details>
)
