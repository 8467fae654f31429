import type { TagFact } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import type { SessionFacts } from '../entry.ts'

type OwnWays = Pick<
  SessionFacts,
  'movedFrom' | 'ownPlace' | 'lacksRoom' | 'ownLeader' | 'ownLanguages' | 'ownEases'
>

/** What is not as always on a day: when it was to be, where it is held, who leads it, and what is spoken. */
export const ownWaysInWords = (own: OwnWays, wording: Wording): string[] => {
  const { movedFrom, ownPlace, lacksRoom, ownLeader, ownLanguages, ownEases } = own
  const { t, moment, list, language } = wording
  return [
    movedFrom && t('programme.moved.from', { moment: moment(movedFrom) }),
    ownPlace && t('programme.moved.place', { place: ownPlace }),
    lacksRoom && t('programme.moved.noRoom'),
    ownLeader && t('programme.moved.leader', { leader: ownLeader }),
    ownLanguages &&
      said(t('programme.offer.languages'), list(ownLanguages.map(code => nameOfLanguage(code, language)))),
    ownEases &&
      ownEases.length > 0 &&
      said(t('programme.offer.eases'), list(ownEases.map(ease => t(`programme.filter.${ease}`)))),
  ].filter(words => typeof words === 'string')
}

const said = (what: string, words: string) => `${what}: ${words}`

export const movedTag = ({ movedFrom }: Pick<OwnWays, 'movedFrom'>, { t }: Wording): TagFact[] =>
  movedFrom ? [{ label: t('programme.moved.tag'), icon: 'calendar', tone: 'warning' }] : []
