import { type CentreDetails, controllerOf, DataNotice } from '../../centres/index.ts'
import {
  Button,
  CheckboxField,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  NumberField,
  Stack,
  TextArea,
  TextField,
  TimeField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { ReachFields } from '../../reach/index.ts'
import type { AskOutcome } from '../ask-for-room.ts'
import { publicPaths } from '../public-paths.ts'
import type { PublicRoom } from '../store/public-rooms.ts'
import { faultsOf, type Said } from './said.ts'

type Props = {
  room: PublicRoom
  centre: CentreDetails
  values: FormValues
  errors: Said
  /** Why what was asked for cannot be had. */
  refused: Exclude<AskOutcome, { outcome: 'asked' }> | undefined
  renderingKey: string
  wording: Wording
}

/** Asking for a room: when, what for, how many, and how the answer comes back. */
export const AskPage = ({ room, centre, values, errors, refused, renderingKey, wording }: Props) => {
  const { t, language } = wording
  const bind = (name: string) => ({ name, value: typedIn(values, name), error: errors[name] })
  return (
    <Stack>
      <h1>{t('rooms.ask.title')}</h1>
      <p>
        <bdi lang={room.textLanguage}>{room.name}</bdi> · <bdi lang="de">{room.centreName}</bdi>
      </p>
      <ErrorSummary title={t('rooms.mend')} faults={faultsOf(errors)} />
      {refused && (
        <Notice tone="warning" title={t(`rooms.ask.refused.${refused.outcome}`)}>
          {refused.outcome === 'taken' && <Instead {...{ refused, values, wording }} />}
        </Notice>
      )}
      <Form action={publicPaths.ask(language, room.slug)} carry={{ renderingKey }}>
        <DateField {...bind('day')} label={t('rooms.ask.day')} />
        <TimeField {...bind('starts')} label={t('rooms.book.starts')} />
        <TimeField {...bind('ends')} label={t('rooms.book.ends')} />
        <TextField {...bind('called')} label={t('rooms.ask.called')} maxlength={80} />
        <TextArea {...bind('purpose')} label={t('rooms.ask.purpose')} maxlength={500} rows={3} />
        <NumberField {...bind('people')} label={t('rooms.field.capacity')} min={1} />
        <ReachFields
          label={t('rooms.ask.reach')}
          hints={{
            visit: t('rooms.ask.reachHint.visit'),
            call: t('rooms.ask.reachHint.call'),
            sms: t('rooms.ask.reachHint.sms'),
            email: t('rooms.ask.reachHint.email'),
          }}
          {...{ values, errors, wording }}
        />
        {room.houseRules && (
          <p class="as-written" lang={room.textLanguage}>
            {room.houseRules}
          </p>
        )}
        <CheckboxField
          name="agrees"
          label={t('rooms.ask.agrees')}
          checked={values.agrees === 'yes'}
          error={errors.agrees}
        />
        <DataNotice controller={controllerOf(centre)} until={t('rooms.ask.dataUntil')} wording={wording} />
        <Button kind="primary" block>
          {t('rooms.ask.send')}
        </Button>
        {refused?.outcome === 'taken' && (
          <Button name="waits" value="yes" block>
            {t('rooms.ask.wait')}
          </Button>
        )}
      </Form>
    </Stack>
  )
}

/** Other rooms at that time and other times of this one. */
const Instead = ({
  refused: { rooms, shifts },
  values,
  wording,
}: {
  refused: Extract<AskOutcome, { outcome: 'taken' }>
  values: FormValues
  wording: Wording
}) => {
  const { t, language, hours } = wording
  const [starts, ends] = [typedIn(values, 'starts') ?? '', typedIn(values, 'ends') ?? '']
  const day = typedIn(values, 'day') ?? ''
  if (rooms.length + shifts.length === 0) return <p>{t('rooms.ask.nothingElse')}</p>
  const times = shifts.flatMap(minutes => {
    const [from, until] = [
      Temporal.PlainTime.from(starts).add({ minutes }),
      Temporal.PlainTime.from(ends).add({ minutes }),
    ]
    return Temporal.PlainTime.compare(from, until) < 0 ? [hours(from, until)] : []
  })
  return (
    <>
      {times.length > 0 && <p>{t('rooms.ask.otherTimes', { times: times.join(', ') })}</p>}
      {rooms.length > 0 && <p>{t('rooms.ask.otherRooms')}</p>}
      <Cluster>
        {rooms.map(room => (
          <LinkButton href={publicPaths.ask(language, room.slug, Temporal.PlainDate.from(day))} small>
            <bdi lang={room.textLanguage}>{room.name}</bdi>
          </LinkButton>
        ))}
      </Cluster>
    </>
  )
}
