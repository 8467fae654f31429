import {
  Button,
  Card,
  type Carried,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
  TimeField,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import type { Letter, Told } from '../../../registration/index.ts'
import { faultsOf, fieldsOf, type StepProps } from '../../plan/pages/plan-fields.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { DateToChange, OfferToChange } from '../store/changing.ts'
import { dateInWords, type ObstacleShown, obstacleInWords } from './date-words.ts'
import { Letters } from './letters.tsx'

type Props = StepProps & { date: DateToChange; offer: OfferToChange; obstacle: ObstacleShown | undefined }

/** The leader cannot come: what shall become of the date? All three ways stand on one page. */
export const LeaderAwayPage = ({ date, offer, obstacle, ...props }: Props) => {
  const { wording, problems } = props
  const { t, language } = wording
  const { text } = fieldsOf(props)
  const optional = t('programme.staff.optional')
  return (
    <Stack>
      <ErrorSummary title={t('programme.staff.faults')} faults={faultsOf({ wording, problems })} />
      {obstacle && <Notice announce tone="danger" title={obstacleInWords(obstacle, wording)} />}
      <Form action={staffPaths.leaderAway(language, date.id)}>
        <RadioGroup
          {...text('remedy')}
          label={t('programme.staff.away.question')}
          options={(['cover', 'move', 'cancel'] as const).map(value => ({
            value,
            label: t(`programme.staff.away.${value}`),
          }))}
        />
        <div class="only-if-covered">
          <Card title={t('programme.staff.away.cover')} tint>
            <TextField
              {...text('leader')}
              label={t('programme.staff.away.who')}
              hint={t('programme.staff.places.leaderHint')}
              maxlength={120}
            />
          </Card>
        </div>
        <div class="only-if-moved">
          <Card title={t('programme.staff.away.move')} tint>
            <div class="fields">
              <DateField {...text('heldOn')} label={t('programme.staff.changeDate.day')} />
              <TimeField {...text('starts')} label={t('programme.staff.field.starts')} />
              <TimeField {...text('ends')} label={t('programme.staff.field.ends')} optional={optional} />
            </div>
          </Card>
        </div>
        <div class="only-if-called-off">
          <Card title={t('programme.staff.away.cancel')} tint>
            <TextArea
              {...text('note')}
              label={t('programme.staff.field.note')}
              hint={t('programme.staff.cancel.noteHint')}
              optional={optional}
              rows={2}
              maxlength={500}
            />
          </Card>
        </div>
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

/** Before a date is called off: what families will read. */
export const CheckCancellingPage = ({
  wording,
  date,
  told,
  letters,
  carry,
}: {
  wording: Wording
  date: DateToChange
  told: Told
  letters: readonly Letter[]
  carry: Carried
}) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      <Notice
        tone="danger"
        title={t('programme.staff.away.willCancel', { date: dateInWords(date, wording) })}
      />
      <Letters {...{ told, letters, wording }} />
      <Form action={staffPaths.leaderAway(language, date.id)} carry={carry}>
        <Cluster>
          <Button kind="danger" icon="cancelled" name="do" value="save">
            {t('programme.staff.cancel.submit')}
          </Button>
          <Button kind="quiet" name="do" value="edit">
            {t('programme.staff.back')}
          </Button>
        </Cluster>
      </Form>
    </Stack>
  )
}
