import type { TagFact } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { SessionFacts } from '../entry.ts'

type OwnWays = Pick<SessionFacts, 'movedFrom' | 'ownPlace' | 'lacksRoom' | 'ownLeader'>

/** What is not as always on a day: when it was to be, where it is held, and who leads it. */
export const ownWaysInWords = (
  { movedFrom, ownPlace, lacksRoom, ownLeader }: OwnWays,
  wording: Wording,
): string[] => {
  const { t, moment } = wording
  // Names of rooms and people stand in a sentence of another script.
  const name = (words: string) => `\u2068${words}\u2069`
  return [
    movedFrom && t('programme.moved.from', { moment: moment(movedFrom) }),
    ownPlace && t('programme.moved.place', { place: name(ownPlace) }),
    lacksRoom && t('programme.moved.noRoom'),
    ownLeader && t('programme.moved.leader', { leader: name(ownLeader) }),
  ].filter(words => typeof words === 'string')
}

export const movedTag = ({ movedFrom }: Pick<OwnWays, 'movedFrom'>, { t }: Wording): TagFact[] =>
  movedFrom ? [{ label: t('programme.moved.tag'), icon: 'calendar', tone: 'warning' }] : []
