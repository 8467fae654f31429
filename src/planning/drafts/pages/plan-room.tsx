import { Notice } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { ConflictList, nameOf, type PlaceCheck } from '../../../rooms/index.ts'

type Props = { check: PlaceCheck; timeZone: string; wording: Wording }

/** Whether the room of a plan is free on its dates, before anything is saved; else what is there and what is free. */
export const RoomOfPlan = ({ check, timeZone, wording }: Props) => {
  const { t, language, list } = wording
  const { room, conflicts, alternatives } = check
  const name = nameOf(room.texts, language)
  if (conflicts.length === 0) return <Notice tone="success" title={t('rooms.plan.free', { room: name })} />
  return (
    <Notice tone="warning" title={t('rooms.plan.taken', { room: name, count: conflicts.length })}>
      <ConflictList conflicts={conflicts} rooms={[room, ...alternatives.rooms]} {...{ timeZone, wording }} />
      <p>{t('rooms.plan.without')}</p>
      {alternatives.rooms.length > 0 && (
        <p>
          {t('rooms.plan.instead', {
            rooms: list(alternatives.rooms.map(each => nameOf(each.texts, language))),
          })}
        </p>
      )}
    </Notice>
  )
}
