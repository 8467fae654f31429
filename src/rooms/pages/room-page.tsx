import {
  Button,
  ConfirmButton,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Stack,
} from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { nameOf, type Room } from '../room.ts'
import { RoomFields, valuesOfRoom } from './room-fields.tsx'
import { faultsOf, type Said } from './said.ts'

type Props = {
  /** The room that is changed; undefined while a new one is added. */
  room: Room | undefined
  /** The hall of which a part is added. */
  hall: Room | undefined
  typed: FormValues | undefined
  errors: Said
  /** More than one where somebody leads several centres: which one gets the room. */
  centreSlug: string
  news: 'added' | 'changed' | undefined
  languages: readonly string[]
  wording: Wording
}

/** What is said of a room. */
export const RoomPage = ({ room, hall, typed, errors, centreSlug, news, languages, wording }: Props) => {
  const { t, language } = wording
  const values = typed ?? (room ? valuesOfRoom(room) : {})
  return (
    <Stack gap="large">
      {news && <Notice announce tone="success" title={t(`rooms.news.${news}`)} />}
      <ErrorSummary title={t('rooms.mend')} faults={faultsOf(errors)} />
      {hall && <p>{t('rooms.list.partOf', { hall: nameOf(hall.texts, language) })}</p>}
      <Form
        action={room ? paths.room(language, room.id) : paths.add(language)}
        carry={{ centre: centreSlug, ...(hall && { partOf: hall.id }) }}
      >
        <RoomFields {...{ values, errors, languages, wording }} />
        <Button kind="primary">{t(room ? 'rooms.list.save' : 'rooms.list.add')}</Button>
      </Form>
      {room && room.partOf === null && (
        <p>
          <LoneLink href={paths.add(language, room.id)}>{t('rooms.list.addPart')}</LoneLink>
        </p>
      )}
      {room && (
        <p>
          <LoneLink href={paths.calendar(language, room.id)}>{t('rooms.list.calendar')}</LoneLink>
        </p>
      )}
      {room && (
        <details>
          <summary>{t('rooms.list.close')}</summary>
          <p>{t('rooms.list.closeHint')}</p>
          <ConfirmButton kind="danger" action={paths.close(language, room.id)}>
            {t('rooms.list.closeSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}
