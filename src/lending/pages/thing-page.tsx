import {
  Button,
  Card,
  CheckboxField,
  ConfirmButton,
  DateField,
  ErrorSummary,
  FieldGroup,
  Form,
  Notice,
  NumberField,
  Stack,
  TextArea,
  TextField,
} from '../../platform/design/index.ts'
import { eurosOf } from '../../platform/web/euros.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Thing, ThingFacts } from '../thing.ts'
import { faultsOf, type Said } from './said.ts'

type Props = {
  /** The thing that is changed; undefined while a new one is added. */
  thing: Thing | undefined
  /** What was typed about it; about lending it. */
  typed: FormValues | undefined
  lending: FormValues | undefined
  errors: Said
  refused: 'over' | 'none-free' | undefined
  news: 'added' | 'changed' | undefined
  renderingKey: string
  /** More than one where somebody leads several centres: which one gets the thing. */
  centreSlug: string
  languages: readonly string[]
  wording: Wording
}

/** What is said of a thing, and lending it to somebody who stands there. */
export const ThingPage = (props: Props) => {
  const { thing, typed, errors, refused, news, centreSlug, wording } = props
  const { t, language } = wording
  const values = typed ?? (thing ? valuesOfThing(thing) : {})
  return (
    <Stack gap="large">
      {news && <Notice announce tone="success" title={t(`lending.news.${news}`)} />}
      {refused && <Notice tone="warning" title={t(`lending.news.${refused}`)} announce />}
      <ErrorSummary title={t('lending.mend')} faults={faultsOf(errors)} />
      {thing && <LendCard {...props} thing={thing} />}
      <Form
        action={thing ? paths.thing(language, thing.id) : paths.add(language)}
        carry={{ centre: centreSlug }}
      >
        <ThingFields {...props} values={values} />
        <Button kind={thing ? 'secondary' : 'primary'}>
          {t(thing ? 'lending.desk.save' : 'lending.desk.add')}
        </Button>
      </Form>
      {thing && (
        <details>
          <summary>{t('lending.desk.close')}</summary>
          <p>{t('lending.desk.closeHint')}</p>
          <ConfirmButton kind="danger" action={paths.close(language, thing.id)}>
            {t('lending.desk.closeSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}

const LendCard = ({ thing, lending, errors, renderingKey, wording }: Props & { thing: Thing }) => {
  const { t, language, euros } = wording
  const bind = (name: string) => ({ name, value: typedIn(lending, name), error: errors[name] })
  return (
    <div id="lend">
      <Card title={t('lending.desk.lend')}>
        <Form action={paths.lend(language, thing.id)} carry={{ renderingKey }}>
          <TextField {...bind('called')} label={t('lending.field.called')} maxlength={80} />
          <TextField
            {...bind('contact')}
            label={t('lending.field.contact')}
            hint={t('lending.field.contactHint')}
            maxlength={254}
          />
          {thing.pieces > 1 ? (
            <NumberField
              // Its own id: the thing's pieces are counted by another field of this page.
              name="pieces"
              id="lentPieces"
              value={typedIn(lending, 'pieces') ?? '1'}
              error={errors.lentPieces}
              label={t('lending.field.howMany')}
              min={1}
              max={thing.pieces}
            />
          ) : (
            <input type="hidden" name="pieces" value="1" />
          )}
          <DateField {...bind('dueOn')} label={t('lending.field.dueOn')} />
          {thing.depositCents > 0 && (
            <CheckboxField
              name="depositTaken"
              label={t('lending.field.depositTaken')}
              hint={t('lending.public.deposit', { amount: euros(thing.depositCents) })}
              checked={lending?.depositTaken === 'yes'}
            />
          )}
          <Button kind="primary">{t('lending.desk.lend')}</Button>
        </Form>
      </Card>
    </div>
  )
}

const ThingFields = ({
  values,
  errors,
  languages,
  wording,
}: Pick<Props, 'errors' | 'languages' | 'wording'> & { values: FormValues }) => {
  const { t } = wording
  const bind = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  const [, ...others] = languages
  const words = (code: string) => (
    <>
      <TextField {...bind(`texts.${code}.name`)} label={t('lending.field.name')} maxlength={60} />
      <TextArea {...bind(`texts.${code}.about`)} label={t('lending.field.about')} maxlength={600} rows={2} />
      <TextArea
        {...bind(`texts.${code}.rules`)}
        label={t('lending.field.rules')}
        hint={t('lending.field.rulesHint')}
        maxlength={1000}
        rows={3}
      />
    </>
  )
  return (
    <>
      {words('de')}
      <NumberField {...bind('pieces')} label={t('lending.field.pieces')} min={1} />
      <NumberField {...bind('mostDays')} label={t('lending.field.mostDays')} min={1} />
      <TextField
        {...bind('deposit')}
        label={t('lending.field.deposit')}
        hint={t('lending.field.depositHint')}
        inputmode="decimal"
        short
      />
      <CheckboxField
        name="isOffered"
        label={t('lending.field.isOffered')}
        hint={t('lending.field.isOfferedHint')}
        checked={values.isOffered === 'yes'}
      />
      <details open={others.some(code => values[`texts.${code}.name`])}>
        <summary>{t('lending.field.otherLanguages')}</summary>
        {others.map(code => (
          <FieldGroup name={`texts.${code}`} label={nameOfLanguage(code, wording.language)}>
            {words(code)}
          </FieldGroup>
        ))}
      </details>
    </>
  )
}

/** A stored thing as its fields show it. */
const valuesOfThing = ({ texts, pieces, mostDays, depositCents, isOffered }: ThingFacts): FormValues => ({
  ...Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      Object.entries(text).map(([field, words]) => [`texts.${language}.${field}`, words]),
    ),
  ),
  ...{ pieces: String(pieces), mostDays: String(mostDays), isOffered: isOffered ? 'yes' : '' },
  deposit: depositCents === 0 ? '' : eurosOf(depositCents),
})
