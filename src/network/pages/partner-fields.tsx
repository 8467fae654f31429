import { CheckboxField, SelectField, TextArea, TextField } from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { type PartnerFacts, partnerKinds } from '../partner.ts'
import type { Said } from './said.ts'

type Props = {
  /** What is stored, until something was typed. */
  partner?: PartnerFacts
  typed: FormValues | undefined
  errors: Said
  languages: readonly string[]
  wording: Wording
}

/** What is said of a partner, and what of it families read. */
export const PartnerFields = ({ partner, typed, errors, languages, wording }: Props) => {
  const { t, language } = wording
  const value = (field: 'name' | 'kind' | 'website') => typedIn(typed, field) ?? partner?.[field]
  return (
    <>
      <TextField
        name="name"
        label={t('network.field.name')}
        value={value('name')}
        error={errors.name}
        maxlength={120}
      />
      <SelectField
        name="kind"
        label={t('network.field.kind')}
        empty=""
        value={value('kind')}
        error={errors.kind}
        options={partnerKinds.map(kind => ({ value: kind, label: t(`network.kind.${kind}`) }))}
      />
      <TextField
        name="website"
        type="url"
        label={t('network.field.website')}
        hint={t('network.field.websiteHint')}
        value={value('website')}
        error={errors.website}
        maxlength={300}
      />
      {languages.map((code, index) => (
        <TextArea
          name={`contributes.${code}`}
          label={t('network.field.contributes', { language: nameOfLanguage(code, language) })}
          hint={index === 0 ? t('network.field.contributesHint') : undefined}
          value={typedIn(typed, `contributes.${code}`) ?? partner?.contributes[code]}
          error={errors[`contributes.${code}`]}
          maxlength={400}
          rows={2}
        />
      ))}
      <CheckboxField
        name="isPublished"
        label={t('network.field.isPublished')}
        hint={t('network.field.isPublishedHint')}
        checked={typed ? typed.isPublished === 'yes' : (partner?.isPublished ?? false)}
      />
    </>
  )
}
