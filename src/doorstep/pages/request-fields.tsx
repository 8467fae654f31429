import { CheckboxField, FieldGroup, SelectField, Stack, TextField } from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { mostOfOneKit } from '../kit.ts'
import type { Said } from './said.ts'

/** A kit one can choose, and how many of it there are. */
export type Choosable = { id: string; name: string; language: string; left: number }

type Props = { kits: readonly Choosable[]; values: FormValues; errors: Said; wording: Wording }

/** Which kits, and at whose door: the same for a family and for the team that writes it down. */
export const RequestFields = ({ kits, values, errors, wording }: Props) => {
  const { t } = wording
  const field = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  return (
    <>
      <div id="kits" tabindex={-1}>
        <FieldGroup
          name="kits"
          id="kit-choice"
          label={t('doorstep.field.kits')}
          hint={t('doorstep.field.kitsHint')}
          error={errors.kits}
        >
          <Stack>
            {kits.map(kit => (
              <HowMany kit={kit} value={typedIn(values, `kits.${kit.id}`)} wording={wording} />
            ))}
          </Stack>
        </FieldGroup>
      </div>
      <TextField
        {...field('called')}
        label={t('doorstep.field.called')}
        hint={t('doorstep.field.calledHint')}
        autocomplete="off"
        maxlength={60}
      />
      <TextField {...field('street')} label={t('doorstep.field.street')} autocomplete="off" maxlength={80} />
      <TextField
        {...field('houseNumber')}
        label={t('doorstep.field.houseNumber')}
        hint={t('doorstep.field.houseNumberHint')}
        autocomplete="off"
        maxlength={20}
        short
      />
      <TextField
        {...field('hint')}
        label={t('doorstep.field.hint')}
        optional={t('doorstep.field.optional')}
        hint={t('doorstep.field.hintHint')}
        autocomplete="off"
        maxlength={200}
      />
      <CheckboxField
        name="neverRing"
        label={t('doorstep.field.neverRing')}
        hint={t('doorstep.field.neverRingHint')}
        checked={typedIn(values, 'neverRing') === 'yes'}
      />
      <TextField
        {...field('contact')}
        label={t('doorstep.field.contact')}
        optional={t('doorstep.field.optional')}
        hint={t('doorstep.field.contactHint')}
        autocomplete="off"
        maxlength={254}
      />
    </>
  )
}

const HowMany = ({
  kit,
  value,
  wording: { t, number },
}: {
  kit: Choosable
  value: string | undefined
  wording: Wording
}) => {
  const most = Math.min(kit.left, mostOfOneKit)
  const none = { value: '0', label: t('doorstep.field.none') }
  const some = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: number(index + 1),
  }))
  return (
    <div lang={kit.language} dir={directionOf(kit.language)}>
      <SelectField name={`kits.${kit.id}`} label={kit.name} value={value ?? '0'} options={[none, ...some]} />
    </div>
  )
}
