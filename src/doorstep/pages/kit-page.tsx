import type { LedCentre } from '../../centres/index.ts'
import {
  Button,
  Card,
  CheckboxField,
  ErrorSummary,
  FieldGroup,
  Form,
  Notice,
  NumberField,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { type Kit, yearsOfAges } from '../kit.ts'
import { paths } from '../paths.ts'
import { faultsOf, type Said } from './said.ts'

type Props = {
  /** What is stored; missing for a new kit. */
  kit?: Kit | undefined
  /** It was added a moment ago. */
  isNew?: boolean
  centres: readonly LedCentre[]
  languages: readonly string[]
  typed: FormValues | undefined
  errors: Said
  wording: Wording
}

/** A kit in the languages of the city, for which age, and how many lie in the cupboard. */
export const KitPage = ({ kit, isNew, centres, languages, typed, errors, wording }: Props) => {
  const { t, language } = wording
  const ages = kit && yearsOfAges(kit.ages)
  const years = (field: 'first' | 'last') => typedIn(typed, field) ?? ages?.[field]?.toString()
  return (
    <Stack gap="large">
      {isNew && <Notice tone="success" title={t('doorstep.news.kit-added')} announce />}
      <ErrorSummary title={t('doorstep.ask.mend')} faults={faultsOf(errors)} />
      {kit && <Packed {...{ kit, typed, errors, wording }} />}
      <Form action={kit ? paths.kit(language, kit.id) : paths.newKit(language)}>
        {!kit && centres.length > 1 && (
          <SelectField
            name="centre"
            label={t('doorstep.field.centre')}
            value={typedIn(typed, 'centre')}
            options={centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'de' }))}
          />
        )}
        {languages.map(code => (
          <WordsIn {...{ code, kit, typed, errors, wording }} />
        ))}
        <NumberField
          name="first"
          label={t('doorstep.field.first')}
          value={years('first')}
          error={errors.first}
        />
        <NumberField
          name="last"
          label={t('doorstep.field.last')}
          hint={t('doorstep.field.agesHint')}
          value={years('last')}
          error={errors.last}
        />
        <CheckboxField
          name="isOffered"
          label={t('doorstep.field.isOffered')}
          checked={typed ? typed.isOffered === 'yes' : (kit?.isOffered ?? true)}
        />
        <Button kind="primary">{t('doorstep.kit.save')}</Button>
      </Form>
    </Stack>
  )
}

const WordsIn = ({
  code,
  kit,
  typed,
  errors,
  wording: { t, language },
}: Pick<Props, 'kit' | 'typed' | 'errors' | 'wording'> & { code: string }) => {
  const field = (part: 'name' | 'contents') => ({
    name: `texts.${code}.${part}`,
    value: typedIn(typed, `texts.${code}.${part}`) ?? kit?.texts[code]?.[part],
    error: errors[`texts.${code}.${part}`],
  })
  return (
    <FieldGroup name={`texts.${code}`} label={nameOfLanguage(code, language)}>
      <Stack>
        <TextField {...field('name')} label={t('doorstep.field.name')} maxlength={80} />
        <TextArea {...field('contents')} label={t('doorstep.field.contents')} maxlength={600} rows={3} />
      </Stack>
    </FieldGroup>
  )
}

const Packed = ({
  kit,
  typed,
  errors,
  wording: { t, language },
}: Pick<Props, 'typed' | 'errors' | 'wording'> & { kit: Kit }) => (
  <Card title={t('doorstep.kit.stock', { count: kit.stock })}>
    <Form action={paths.restock(language, kit.id)}>
      <NumberField
        name="more"
        label={t('doorstep.field.more')}
        hint={t('doorstep.field.moreHint')}
        value={typedIn(typed, 'more')}
        error={errors.more}
      />
      <Button>{t('doorstep.kit.restock')}</Button>
    </Form>
  </Card>
)
