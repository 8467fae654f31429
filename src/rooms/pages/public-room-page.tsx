import { DataTable, DescriptionList, LinkButton, LoneLink, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { publicPaths } from '../public-paths.ts'
import type { Span } from '../span.ts'
import type { PublicRoom } from '../store/public-rooms.ts'
import { priceOf, RoomTags } from './public-rooms-page.tsx'
import { hoursOf } from './words.tsx'

type Props = {
  room: PublicRoom
  days: readonly { day: Temporal.PlainDate; free: readonly Span[] }[]
  from: Temporal.PlainDate
  today: Temporal.PlainDate
  timeZone: string
  wording: Wording
}

/** One room: what is there, what it costs, what holds there, and when it is free. Nobody reads who has it. */
export const PublicRoomPage = ({ room, days, from, today, timeZone, wording }: Props) => {
  const { t, language, euros, shortDay, day } = wording
  const week = (first: Temporal.PlainDate) => publicPaths.room(language, room.slug, first)
  return (
    <Stack>
      <p>
        <LoneLink href={publicPaths.all(language)}>{t('rooms.public.title')}</LoneLink>
      </p>
      <h1>
        <bdi lang={room.textLanguage}>{room.name}</bdi>
      </h1>
      <p>
        <bdi lang="de">{room.centreName}</bdi>
      </p>
      <RoomTags {...{ room, wording }} />
      {room.about && <p lang={room.textLanguage}>{room.about}</p>}
      <DescriptionList
        items={[
          ...(room.equipment.length > 0
            ? [
                {
                  term: t('rooms.field.equipment'),
                  value: room.equipment.map(each => t(`rooms.equipment.${each}`)).join(', '),
                },
              ]
            : []),
          { term: t('rooms.public.price'), value: priceOf(room, wording) },
          ...(room.depositCents > 0
            ? [{ term: t('rooms.public.deposit'), value: euros(room.depositCents) }]
            : []),
        ]}
      />
      {room.houseRules && (
        <>
          <h2>{t('rooms.field.houseRules')}</h2>
          <p class="as-written" lang={room.textLanguage}>
            {room.houseRules}
          </p>
        </>
      )}
      <p>
        <LinkButton kind="primary" href={publicPaths.ask(language, room.slug)}>
          {t('rooms.ask.title')}
        </LinkButton>
      </p>
      <DataTable
        caption={t('rooms.public.freeFrom', { day: day(from) })}
        columns={[
          {
            label: t('rooms.week.day'),
            cell: each => <a href={publicPaths.ask(language, room.slug, each.day)}>{shortDay(each.day)}</a>,
          },
          {
            label: t('rooms.public.freeTimes'),
            cell: ({ free }) =>
              free.length === 0
                ? t('rooms.public.nothing')
                : free.map(span => hoursOf(span, timeZone, wording)).join(', '),
          },
        ]}
        rows={[...days]}
      />
      <nav class="pages" aria-label={t('app.week.weeks')}>
        {Temporal.PlainDate.compare(from, today) > 0 && (
          <LinkButton href={week(from.subtract({ days: 7 }))} icon="arrow-start" small>
            {t('app.week.before')}
          </LinkButton>
        )}
        <LinkButton href={week(from.add({ days: 7 }))} icon="arrow-end" small>
          {t('app.week.after')}
        </LinkButton>
      </nav>
    </Stack>
  )
}
