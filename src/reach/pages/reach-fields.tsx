import { RadioGroup, TextField } from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Reach, waysToReach } from '../reach.ts'

type Props = {
  label: string
  hint?: string
  /** What happens then, by the way that was chosen. */
  hints: Partial<Record<Reach['reachBy'], string>>
  /** What was typed so far. */
  values: FormValues
  errors: Readonly<Partial<Record<string, string>>>
  wording: Wording
  /** What else only a call or a text message needs. */
  children?: unknown
}

/** How the centre reaches a family: one way, and the number or the address that it needs. */
export const ReachFields = ({ label, hint, hints, values, errors, wording: { t }, children }: Props) => (
  <>
    <RadioGroup
      name="reachBy"
      label={label}
      hint={hint}
      error={errors.reachBy}
      value={typedIn(values, 'reachBy') ?? 'visit'}
      options={waysToReach.map(way => ({ value: way, label: t(`reach.way.${way}`), hint: hints[way] }))}
    />
    <div class="stack stack--form only-for-phone">
      <TextField
        name="phone"
        type="tel"
        label={t('reach.field.phone')}
        hint={t('reach.field.phoneHint')}
        value={typedIn(values, 'phone')}
        error={errors.phone}
        autocomplete="tel"
        maxlength={40}
      />
      {children}
    </div>
    <div class="only-for-email">
      <TextField
        name="email"
        type="email"
        label={t('reach.field.email')}
        hint={t('reach.field.emailHint')}
        value={typedIn(values, 'email')}
        error={errors.email}
        autocomplete="email"
        maxlength={254}
      />
    </div>
  </>
)
