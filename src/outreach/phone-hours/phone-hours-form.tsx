import {
  Button,
  Card,
  Cluster,
  ErrorSummary,
  FieldGroup,
  Form,
  TimeField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { hoursInWords } from '../hours-in-words.ts'
import { paths } from '../paths.ts'
import type { ReachableHours } from '../reachable-hours.ts'
import type { CentrePhoneHours } from './choose-phone-hours.ts'

type Props = {
  centre: CentrePhoneHours
  usual: ReachableHours
  /** What was typed and cannot be taken. */
  typed: FormValues | undefined
  wording: Wording
}

/** When telephones ring for one centre: by SMS, by notice, and by whoever calls. */
export const PhoneHoursForm = ({
  centre: { centreId, name, hours, isChosen },
  usual,
  typed,
  wording,
}: Props) => {
  const { t, language } = wording
  const error = typed && t('outreach.phoneHours.mend')
  const id = (field: string) => `${field}-${centreId}`
  return (
    <Card
      title={
        <>
          {t('outreach.phoneHours.title')}: <bdi>{name}</bdi>
        </>
      }
    >
      <ErrorSummary
        title={t('outreach.sms.cost.mend')}
        faults={error ? [{ field: id('from'), message: error }] : []}
      />
      <Form action={paths.phoneHours(language, centreId)}>
        <FieldGroup
          name={id('hours')}
          label={t('outreach.phoneHours.when')}
          hint={t('outreach.phoneHours.hint')}
          horizontal
        >
          <TimeField
            name="from"
            id={id('from')}
            label={t('registration.safe.from')}
            value={typedIn(typed, 'from') ?? hours.from}
            error={error}
          />
          <TimeField
            name="until"
            id={id('until')}
            label={t('registration.safe.until')}
            value={typedIn(typed, 'until') ?? hours.until}
          />
        </FieldGroup>
        <Cluster>
          <Button>{t('outreach.sms.cost.keep')}</Button>
          {isChosen && (
            <Button kind="quiet" name="do" value="usual">
              {t('outreach.phoneHours.usual', { hours: hoursInWords(usual, wording) })}
            </Button>
          )}
        </Cluster>
      </Form>
    </Card>
  )
}
