import { Cluster, LinkButton, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { nameOf, type Room } from '../room.ts'
import type { Conflict } from '../wanted.ts'
import { ConflictList } from './conflict-list.tsx'

/** Who has the room of a date, and which other rooms are free then. */
export type Instead = { conflicts: readonly Conflict[]; free: readonly Room[] }

type Props = {
  instead: Instead
  rooms: readonly Room[]
  /** Where the date is changed, into a room if one is named. */
  changeHref: (place?: string) => string
  timeZone: string
  wording: Wording
}

/** A date without a room is mended where dates are changed; each free room leads there with its name filled in. */
export const Unseated = ({ instead: { conflicts, free }, rooms, changeHref, timeZone, wording }: Props) => {
  const { t, language } = wording
  return (
    <Notice tone="warning" title={t('rooms.unseated.title')}>
      <p>{t('rooms.unseated.told')}</p>
      {conflicts.length > 0 && (
        <>
          <p>{t('rooms.unseated.takenBy')}</p>
          <ConflictList {...{ conflicts, rooms, timeZone, wording }} />
        </>
      )}
      <p>{t(free.length > 0 ? 'rooms.unseated.free' : 'rooms.book.nothingElse')}</p>
      <Cluster>
        {free.map(({ texts }) => (
          <LinkButton href={changeHref(texts.de?.name)} small>
            {nameOf(texts, language)}
          </LinkButton>
        ))}
        <LinkButton href={changeHref()} small>
          {t('rooms.unseated.change')}
        </LinkButton>
      </Cluster>
    </Notice>
  )
}
