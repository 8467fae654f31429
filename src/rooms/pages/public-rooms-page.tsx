import { Board, Card, EmptyState, LinkButton, LoneLink, Stack, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { publicPaths } from '../public-paths.ts'
import type { PublicRoom } from '../store/public-rooms.ts'

/** All rooms that a group of the neighbourhood can have. */
export const PublicRoomsPage = ({ rooms, wording }: { rooms: readonly PublicRoom[]; wording: Wording }) => {
  const { t, language } = wording
  return (
    <Stack>
      <h1>{t('rooms.public.title')}</h1>
      <p>{t('rooms.public.lead')}</p>
      {rooms.length === 0 && <EmptyState icon="door" title={t('rooms.public.none')} />}
      <Board>
        {rooms.map(room => (
          <Card title={<bdi lang={room.textLanguage}>{room.name}</bdi>}>
            <p>
              <bdi lang="de">{room.centreName}</bdi>
            </p>
            <RoomTags {...{ room, wording }} />
            <LinkButton href={publicPaths.room(language, room.slug)}>
              {t('rooms.public.look')}
              <span class="kern-sr-only">
                : <bdi lang={room.textLanguage}>{room.name}</bdi>
              </span>
            </LinkButton>
          </Card>
        ))}
      </Board>
      <p>
        <LoneLink href={publicPaths.byCode(language)}>{t('rooms.code.title')}</LoneLink>
      </p>
    </Stack>
  )
}

/** What one asks first: how many people, a step or not, what it costs. */
export const RoomTags = ({ room, wording }: { room: PublicRoom; wording: Wording }) => {
  const { t } = wording
  return (
    <Tags
      tags={[
        ...(room.capacity === null
          ? []
          : [{ label: t('rooms.facts.people', { count: room.capacity }), icon: 'people' as const }]),
        ...(room.isStepFree ? [{ label: t('rooms.facts.stepFree'), icon: 'step-free' as const }] : []),
        { label: priceOf(room, wording), icon: 'price' as const },
        ...(room.isExample ? [{ label: t('rooms.facts.example') }] : []),
      ]}
    />
  )
}

export const priceOf = ({ feeCents, feePer }: PublicRoom, { t, euros }: Wording) =>
  feeCents === 0 ? t('rooms.public.free') : `${euros(feeCents)} ${t(`rooms.feePer.${feePer}`)}`
