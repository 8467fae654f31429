import { RadioGroup, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { waysToReach } from '../reach.ts'
import type { Said, Typed } from './said.ts'

type Props = { values: Typed; errors: Said; wording: Wording }

/** How the centre reaches a family; nobody else learns it. */
export const ReachFields = ({ values, errors, wording: { t } }: Props) => (
  <>
    <RadioGroup
      name="reachBy"
      label={t('neighbours.field.reachBy')}
      hint={t('neighbours.field.reachByHint')}
      error={errors.reachBy}
      value={values.reachBy ?? 'visit'}
      options={waysToReach.map(way => ({
        ...{ value: way, label: t(`neighbours.way.${way}`) },
        ...(way === 'visit' && { hint: t('neighbours.wayHint.visit') }),
      }))}
    />
    <TextField
      name="phone"
      type="tel"
      label={t('neighbours.field.phone')}
      hint={t('neighbours.field.phoneHint')}
      value={values.phone}
      error={errors.phone}
      autocomplete="tel"
      maxlength={40}
    />
    <TextField
      name="email"
      type="email"
      label={t('neighbours.field.email')}
      hint={t('neighbours.field.emailHint')}
      value={values.email}
      error={errors.email}
      autocomplete="email"
      maxlength={254}
    />
  </>
)
