import {
  EmptyState,
  Icon,
  LinkButton,
  LoneLink,
  Notice,
  Row,
  Rows,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { nameOf, type Room } from '../room.ts'

type Props = { rooms: readonly Room[]; isClosed: boolean; wording: Wording }

/** The rooms of a centre; the parts of a hall stand below it. */
export const RoomsPage = ({ rooms, isClosed, wording }: Props) => {
  const { t } = wording
  return (
    <Stack gap="large">
      {isClosed && <Notice announce tone="success" title={t('rooms.news.closed')} />}
      {rooms.length === 0 && (
        <EmptyState icon="door" title={t('rooms.list.none')}>
          {t('rooms.list.noneHint')}
        </EmptyState>
      )}
      {rooms.length > 0 && (
        <Rows>
          {rooms.map(room => (
            <RoomRow {...{ room, rooms, wording }} />
          ))}
        </Rows>
      )}
    </Stack>
  )
}

const RoomRow = ({ room, rooms, wording }: { room: Room; rooms: readonly Room[]; wording: Wording }) => {
  const { t, language } = wording
  const hall = rooms.find(({ id }) => id === room.partOf)
  return (
    <Row
      start={<Icon name="door" />}
      title={
        <LoneLink href={paths.room(language, room.id)}>
          <bdi>{nameOf(room.texts, language)}</bdi>
        </LoneLink>
      }
      note={
        <>
          {[
            hall && t('rooms.list.partOf', { hall: nameOf(hall.texts, language) }),
            room.atPartner,
            room.capacity !== null && t('rooms.facts.people', { count: room.capacity }),
            room.isStepFree && t('rooms.facts.stepFree'),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {room.isLet && <Tag label={t('rooms.facts.isLet')} tone="success" />}{' '}
          {room.isExample && <Tag label={t('rooms.facts.example')} />}
        </>
      }
      action={
        <LinkButton href={paths.book(language, { room: room.id })} small>
          {t('rooms.book.do')}
        </LinkButton>
      }
    />
  )
}
