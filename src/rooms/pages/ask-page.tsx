import { type CentreDetails, controllerOf, DataNotice } from '../../centres/index.ts'
import {
  Button,
  CheckboxField,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  LinkButton,
  LoneLink,
  Notice,
  NumberField,
  Stack,
  TextArea,
  TextField,
  TimeField,
} from '../../platform/design/index.ts'
import { dayFrom } from '../../platform/web/day.ts'
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
  const labels = {
    ...{ day: t('rooms.ask.day'), starts: t('rooms.book.starts'), ends: t('rooms.book.ends') },
    ...{ called: t('rooms.ask.called'), purpose: t('rooms.ask.purpose'), people: t('rooms.field.capacity') },
    ...{ agrees: t('rooms.ask.agrees') },
  }
  const bind = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], value: typedIn(values, name), error: errors[name] },
  })
  return (
    <Stack>
      <p>
        <LoneLink href={publicPaths.room(language, room.slug)}>
          <bdi lang={room.textLanguage}>{room.name}</bdi>
        </LoneLink>
      </p>
      <h1>{t('rooms.ask.title')}</h1>
      <p>
        <bdi lang={room.textLanguage}>{room.name}</bdi> · <bdi lang="de">{room.centreName}</bdi>
      </p>
      <ErrorSummary title={t('rooms.mend')} faults={faultsOf(errors, labels)} />
      {refused && (
        <Notice tone="warning" title={t(`rooms.ask.refused.${refused.outcome}`)}>
          {refused.outcome === 'taken' && <Instead {...{ refused, values, wording }} />}
          {refused.outcome === 'closed' && (
            <LoneLink href={publicPaths.room(language, room.slug, dayFrom(typedIn(values, 'day') ?? ''))}>
              {t('rooms.public.freeTimes')}
            </LoneLink>
          )}
        </Notice>
      )}
      <Form action={publicPaths.ask(language, room.slug)} carry={{ renderingKey }}>
        <DateField {...bind('day')} />
        <TimeField {...bind('starts')} />
        <TimeField {...bind('ends')} />
        <TextField {...bind('called')} maxlength={80} />
        <TextArea {...bind('purpose')} maxlength={500} rows={3} />
        <NumberField {...bind('people')} min={1} />
        <ReachFields
          label={t('rooms.ask.reach')}
          hints={{ visit: t('rooms.ask.visitHint') }}
          {...{ values, errors, wording }}
        />
        {room.houseRules && (
          <p class="as-written" lang={room.textLanguage}>
            {room.houseRules}
          </p>
        )}
        <CheckboxField
          name="agrees"
          label={labels.agrees}
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
