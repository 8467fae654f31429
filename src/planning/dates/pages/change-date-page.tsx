import {
  Button,
  CheckboxGroup,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  NumberField,
  RadioGroup,
  Stack,
  TextField,
  TimeField,
} from '../../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import { eases, spokenLanguages } from '../../../programme/index.ts'
import { faultsOf, fieldsOf, listOf, type StepProps } from '../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../staff-paths.ts'
import { datesInScope, type Scope, scopes } from '../date-edit.ts'
import type { DateToChange, OfferToChange } from '../store/changing.ts'
import { type ObstacleShown, obstacleInWords } from './date-words.ts'

type Props = StepProps & {
  date: DateToChange
  /** All that is to come of the offer. */
  dates: readonly DateToChange[]
  offer: OfferToChange
  obstacle: ObstacleShown | undefined
}

/** Where, when and with whom a date is held, and whether others of its series are meant too. */
export const ChangeDatePage = ({ date, dates, offer, obstacle, ...props }: Props) => {
  const { wording, problems } = props
  const { t, language } = wording
  const { text, choices } = fieldsOf(props)
  const spoken = [...new Set([...spokenLanguages, ...listOf(props.values.languages)])]
  const optional = t('programme.staff.optional')
  return (
    <Stack>
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf({ wording, problems })} />
      {obstacle && <Notice announce tone="danger" title={obstacleInWords(obstacle, wording)} />}
      <Form action={staffPaths.changeDate(language, date.id)}>
        <RadioGroup
          {...text('scope')}
          label={t('programme.staff.changeDate.which')}
          options={scopesOf(date).map(value => ({
            value,
            label: scopeInWords(value, { date, dates, wording }),
          }))}
        />
        <DateField
          {...text('heldOn')}
          label={t('programme.staff.changeDate.day')}
          {...(date.seriesId && { hint: t('programme.staff.changeDate.dayHint') })}
        />
        <div class="fields">
          <TimeField {...text('starts')} label={t('programme.staff.field.starts')} />
          <TimeField {...text('ends')} label={t('programme.staff.field.ends')} optional={optional} />
        </div>
        <TextField
          {...text('place')}
          label={t('programme.staff.field.place')}
          hint={t('programme.staff.changeDate.placeHint')}
          optional={optional}
          maxlength={200}
        />
        <TextField
          {...text('leader')}
          label={t('programme.staff.field.leader')}
          optional={optional}
          maxlength={120}
        />
        {offer.registration === 'session' && (
          <NumberField {...text('places')} label={t('programme.staff.field.places')} min={1} max={1000} />
        )}
        <details class="more" open={problems.languages !== undefined}>
          <summary>{t('programme.staff.changeDate.easy')}</summary>
          <div class="stack stack--form">
            <CheckboxGroup
              {...choices('languages')}
              label={t('programme.staff.field.languages')}
              horizontal
              options={spoken.map(value => ({ value, label: nameOfLanguage(value, language) }))}
            />
            <CheckboxGroup
              {...choices('eases')}
              label={t('programme.staff.field.eases')}
              horizontal
              options={eases.map(value => ({ value, label: t(`programme.filter.${value}`) }))}
            />
          </div>
        </details>
        <Cluster>
          <Button kind="primary" name="do" value="check">
            {t('programme.staff.changeDate.look')}
          </Button>
          <LinkButton kind="quiet" href={staffPaths.offer(language, offer.slug)}>
            {t('programme.staff.cancel.leave')}
          </LinkButton>
        </Cluster>
      </Form>
    </Stack>
  )
}

/** A date outside of every series goes alone. */
const scopesOf = ({ seriesId }: DateToChange) => (seriesId ? scopes : (['this'] as const))

type Meant = { date: DateToChange; dates: readonly DateToChange[]; wording: Wording }

/** Says exactly which dates are meant: the one, or how many from which day to which. */
const scopeInWords = (scope: Scope, { date, dates, wording }: Meant) => {
  const { t, day } = wording
  if (scope === 'this') return t('programme.staff.changeDate.this', { day: day(date.heldOn) })
  const meant = datesInScope(scope, date, dates).filter(({ state }) => state === 'planned')
  const [first, last] = [meant[0] ?? date, meant.at(-1) ?? date]
  return t(`programme.staff.changeDate.${scope}`, {
    ...{ count: meant.length, first: day(first.heldOn), last: day(last.heldOn) },
  })
}
