import {
  Button,
  CheckboxField,
  CheckboxGroup,
  Form,
  RadioGroup,
  TextField,
} from '../../platform/design/index.ts'
import { nameOfLanguage } from '../../platform/wording/wording.ts'
import { introducedLanguages } from '../introduction.ts'
import { paths } from '../paths.ts'
import type { IntroductionPageProps } from './introduction-page.tsx'
import { saidOf } from './introduction-said.ts'

/** Her name, what she is here, her languages, when one finds her; and her consent, given anew each time. */
export const IntroductionFields = (props: IntroductionPageProps) => {
  const { introduction, centre, ownName, typed, problems, languages, wording } = props
  const { t, language } = wording
  const own = typed && 'name' in typed ? typed : undefined
  const value = (field: string) => (typeof own?.[field] === 'string' ? own[field] : undefined)
  const chosen = own?.languages
  const errorOf = (field: string) => {
    const code = problems[field]
    return code === undefined ? undefined : saidOf(code, wording)
  }
  return (
    <Form action={paths.introduction(language)} carry={{ centre: centre.slug }}>
      <TextField
        name="name"
        label={t('centres.introduction.name')}
        hint={t('centres.introduction.nameHint')}
        value={value('name') ?? introduction?.name ?? ownName}
        error={errorOf('name')}
        maxlength={120}
      />
      <RadioGroup
        name="standsAs"
        label={t('centres.introduction.standsAs')}
        value={value('standsAs') ?? introduction?.standsAs ?? 'lead'}
        error={errorOf('standsAs')}
        options={(['lead', 'deputy'] as const).map(as => ({ value: as, label: t(`centres.here.${as}`) }))}
        horizontal
      />
      <CheckboxGroup
        name="languages[]"
        id="languages"
        label={t('centres.introduction.languages')}
        values={Array.isArray(chosen) ? chosen : own ? [] : introduction?.languages}
        error={errorOf('languages')}
        options={introducedLanguages.map(code => ({ value: code, label: nameOfLanguage(code, language) }))}
        horizontal
      />
      {languages.map(code => (
        <TextField
          name={`whenThere.${code}`}
          label={t('centres.introduction.whenThere', { language: nameOfLanguage(code, language) })}
          value={value(`whenThere.${code}`) ?? introduction?.whenThere[code]}
          error={errorOf(`whenThere.${code}`)}
          maxlength={200}
        />
      ))}
      <CheckboxField
        name="consent"
        label={t('centres.introduction.consent')}
        hint={t('centres.introduction.consentHint')}
        error={errorOf('consent')}
      />
      <Button kind="primary">{t('centres.introduction.show')}</Button>
    </Form>
  )
}
