import {
  Button,
  CheckboxField,
  Cluster,
  ConfirmButton,
  EmptyState,
  ErrorSummary,
  Form,
  Icon,
  LoneLink,
  Notice,
  RadioGroup,
  Row,
  Rows,
  Section,
  SelectField,
  Stack,
  TextField,
} from '../../../platform/design/index.ts'
import { type FormProblems, type FormValues, typedIn } from '../../../platform/web/form.ts'
import { type Language, nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { paths } from '../../paths.ts'
import type { WhoWantsToKnow } from '../../store/message-consents.ts'
import type { ManagedOffer } from '../../store/offers.ts'
import { messageMedia } from '../message-consent.ts'

export const newsOfAgain = ['told', 'nobody', 'added', 'withdrawn'] as const

type Props = {
  offer: ManagedOffer
  all: readonly WhoWantsToKnow[]
  /** Who was not told of the dates there are. */
  due: readonly WhoWantsToKnow[]
  languages: readonly Language[]
  typed: { values: FormValues; problems: FormProblems } | undefined
  news: (typeof newsOfAgain)[number] | undefined
  wording: Wording
}

/** Who wants to know when an offer starts again, how many can be told now, and whoever says so at the desk. */
export const AgainPage = ({ offer, all, due, news, wording, ...props }: Props) => {
  const { t, language } = wording
  const address = paths.again(language, offer.slug)
  const errors = Object.fromEntries(
    Object.entries(props.typed?.problems ?? {}).map(([field, code]) => [
      field,
      faultOf(field, code, wording),
    ]),
  )
  const toSend = due.filter(({ medium }) => medium !== 'call').length
  return (
    <Stack gap="large">
      <LoneLink href={paths.staffOffer(language, offer.slug)}>{t('registration.rules.toOffer')}</LoneLink>
      {news && (
        <Notice
          announce
          tone={news === 'nobody' ? 'info' : 'success'}
          title={t(`registration.again.staff.news.${news}`)}
        />
      )}
      <ErrorSummary
        title={t('registration.join.mend')}
        faults={Object.entries(errors).map(([field, message]) => ({ field, message }))}
      />
      <p>{t('registration.again.staff.means')}</p>
      {toSend > 0 && (
        <ConfirmButton kind="primary" icon="mail" action={`${address}/tell`}>
          {t('registration.again.staff.tell', { count: toSend })}
        </ConfirmButton>
      )}
      {all.length === 0 ? (
        <EmptyState icon="people" title={t('registration.again.staff.none')}>
          {t('registration.again.staff.noneYet')}
        </EmptyState>
      ) : (
        <Section title={t('registration.again.staff.who', { count: all.length })}>
          <Rows>
            {all.map(one => (
              <Wanting {...{ one, address, wording }} />
            ))}
          </Rows>
        </Section>
      )}
      <Section title={t('registration.again.staff.add')}>
        <AddForm {...{ address, errors, wording, values: props.typed?.values }} languages={props.languages} />
      </Section>
    </Stack>
  )
}

const Wanting = ({
  one: { id, medium, called, address: reach, givenAt, givenBy, endsOn, isDue },
  address,
  wording,
}: {
  one: WhoWantsToKnow
  address: string
  wording: Wording
}) => {
  const { t } = wording
  return (
    <Row
      start={<Icon name={medium === 'email' ? 'mail' : 'phone'} />}
      title={<bdi>{called}</bdi>}
      note={
        <>
          {t(`registration.again.staff.by.${medium}`)} <bdi dir="ltr">{reach}</bdi>
          <br />
          {wording.joined([
            t(`registration.again.staff.given.${givenBy}`, { when: wording.moment(givenAt) }),
            t('registration.again.staff.ends', { day: wording.day(endsOn) }),
          ])}
        </>
      }
      action={
        <Cluster>
          {isDue && medium === 'call' && (
            <ConfirmButton small action={`${address}/${id}/called`}>
              {t('registration.again.staff.called')}
              <span class="kern-sr-only">: {called}</span>
            </ConfirmButton>
          )}
          <ConfirmButton small kind="quiet" action={`${address}/${id}/withdraw`}>
            {t('registration.again.staff.withdraw')}
            <span class="kern-sr-only">: {called}</span>
          </ConfirmButton>
        </Cluster>
      }
    />
  )
}

type FormProps = {
  address: string
  errors: Record<string, string>
  values: FormValues | undefined
  languages: readonly Language[]
  wording: Wording
}

const AddForm = ({ address, errors, values, languages, wording }: FormProps) => {
  const { t, language } = wording
  const field = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  return (
    <Form action={address}>
      <TextField
        {...field('called')}
        label={t('registration.again.staff.name')}
        autocomplete="off"
        maxlength={80}
      />
      <RadioGroup
        {...field('medium')}
        label={t('registration.again.staff.how')}
        value={typedIn(values, 'medium') ?? 'email'}
        options={messageMedia.map(value => ({ value, label: t(`registration.again.staff.by.${value}`) }))}
      />
      <TextField
        {...field('address')}
        label={t('registration.again.staff.address')}
        autocomplete="off"
        maxlength={254}
      />
      <SelectField
        {...field('language')}
        label={t('outreach.calls.language')}
        value={typedIn(values, 'language') ?? language}
        options={languages.map(value => ({ value, label: nameOfLanguage(value, language) }))}
      />
      <p>
        <q>{t('registration.again.text')}</q>
      </p>
      <CheckboxField
        name="agrees"
        label={t('registration.again.staff.agrees')}
        checked={typedIn(values, 'agrees') === 'yes'}
        error={errors.agrees}
      />
      <Button>{t('registration.again.staff.save')}</Button>
    </Form>
  )
}

const faultOf = (field: string, code: string, { t }: Wording) => {
  if (code === 'too-long') return t('registration.problem.too-long')
  switch (field) {
    case 'called':
      return t('registration.problem.name')
    case 'address':
      return t('registration.again.staff.problem.address')
    case 'agrees':
      return t('registration.again.staff.problem.agrees')
    default:
      return t('registration.problem.required')
  }
}
