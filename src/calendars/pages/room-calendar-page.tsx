import {
  Button,
  CheckboxField,
  ConfirmButton,
  ErrorSummary,
  Form,
  Icon,
  LinkButton,
  LoneLink,
  Notice,
  Row,
  Rows,
  Section,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { nameOf, type Room, paths as roomPaths } from '../../rooms/index.ts'
import type { SharedCalendar } from '../store/room-calendars.ts'

type Props = {
  room: Room
  shared: readonly SharedCalendar[]
  values: FormValues
  problems: FormProblems
  isTakenBack: boolean
  timeZone: string
  wording: Wording
}

const codes = ['missing', 'too-long', 'too-many'] as const

/** Who has the calendar of a room, and an address for one more. */
export const RoomCalendarPage = ({
  room,
  shared,
  values,
  problems,
  isTakenBack,
  timeZone,
  wording,
}: Props) => {
  const { t, language } = wording
  const code = codes.find(each => each === problems.forWhom)
  const error = code && t(`calendars.room.fault.${code}`)
  return (
    <Stack gap="large">
      {isTakenBack && <Notice announce tone="success" title={t('calendars.room.takenBack')} />}
      <ErrorSummary title={t('rooms.mend')} faults={error ? [{ field: 'forWhom', message: error }] : []} />
      <Stack>
        <p>
          <LoneLink href={roomPaths.room(language, room.id)}>
            <bdi>{nameOf(room.texts, language)}</bdi>
          </LoneLink>
        </p>
        <p>{t('calendars.room.about')}</p>
      </Stack>
      {shared.length > 0 && (
        <Section title={t('calendars.room.who')}>
          <Rows>
            {shared.map(({ id, forWhom, saysTitles, madeAt }) => (
              <Row
                start={<Icon name="calendar" />}
                title={<bdi>{forWhom}</bdi>}
                note={[
                  t('calendars.room.since', {
                    day: wording.fullDay(madeAt.toZonedDateTimeISO(timeZone).toPlainDate()),
                  }),
                  saysTitles && t('calendars.room.withTitles'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                action={
                  <ConfirmButton
                    small
                    kind="danger"
                    action={roomPaths.takeCalendarBack(language, room.id, id)}
                  >
                    {t('calendars.room.takeBack')}
                  </ConfirmButton>
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      <Form action={roomPaths.calendar(language, room.id)}>
        <TextField
          name="forWhom"
          label={t('calendars.room.forWhom')}
          hint={t('calendars.room.forWhomHint')}
          value={String(values.forWhom ?? '')}
          error={error}
          maxlength={80}
          required
        />
        <CheckboxField
          name="saysTitles"
          label={t('calendars.room.saysTitles')}
          hint={t('calendars.room.saysTitlesHint')}
          checked={values.saysTitles === 'yes'}
        />
        <Button kind="primary">{t('calendars.room.share')}</Button>
      </Form>
    </Stack>
  )
}

type Shared = { address: string; roomId: string; forWhom: string; wording: Wording }

/** The address, shown this once. */
export const RoomSharedPage = ({ address, roomId, forWhom, wording }: Shared) => {
  const { t, language } = wording
  return (
    <Stack>
      <Notice announce tone="success" title={t('calendars.room.made', { forWhom })}>
        {t('calendars.room.once')}
      </Notice>
      <TextField
        name="address"
        type="url"
        label={t('calendars.subscribe.address.label')}
        value={address}
        readonly
      />
      <p>
        <LinkButton href={address.replace(/^https?:/, 'webcal:')} icon="calendar">
          {t('calendars.subscribe.phone.button')}
        </LinkButton>
      </p>
      <p>
        <LoneLink href={roomPaths.calendar(language, roomId)}>{t('calendars.room.back')}</LoneLink>
      </p>
    </Stack>
  )
}
