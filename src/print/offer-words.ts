import type { IconName } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import {
  type Entry,
  hoursInWords,
  priceInWords,
  type SeriesFacts,
  seriesInWords,
} from '../programme/index.ts'
import { forWhom, languagesInWords } from './pages/entry-facts.ts'

/** An offer as it is told on paper; `dates` are its next ones, soonest first. */
export type Told = {
  offer: Omit<Entry, 'session' | 'isLocal'>
  town: string
  /** Where families meet, if not at the centre: then the way there would lead astray. */
  meetingPoint: Spoken | undefined
  series: readonly SeriesFacts[]
  dates: readonly Entry[]
}

/** A fact of an offer, with its language where that is not the reader's. */
export type Fact = { icon: IconName; text: string; language?: string }

type Spoken = { text: string; language: string }

/** When, where, for whom, in which languages, for how much and what makes it easy: the order in which a family asks. */
export const factsOf = ({ offer, town, meetingPoint, series, dates }: Told, wording: Wording): Fact[] => {
  const { t } = wording
  const whom = forWhom(offer, wording)
  return [
    ...whenOf(series, dates, wording).map(text => ({ icon: 'clock' as const, text })),
    whereOf({ offer, town, meetingPoint }, wording),
    { icon: 'people', text: whom.length > 0 ? whom.join(' · ') : t('programme.audience.everyone') },
    ...(offer.languages.join() === 'de'
      ? []
      : [{ icon: 'language' as const, text: languagesInWords(offer.languages) }]),
    { icon: offer.priceCents === 0 ? 'free' : 'price', text: priceInWords(offer, wording) },
    ...(offer.eases.length > 0
      ? [{ icon: 'check' as const, text: offer.eases.map(ease => t(`programme.filter.${ease}`)).join(' · ') }]
      : []),
  ]
}

const whereOf = (
  { offer, town, meetingPoint }: Pick<Told, 'offer' | 'town' | 'meetingPoint'>,
  { t }: Wording,
): Fact => {
  const { way, place, centre } = offer
  if (way !== 'on-site') return { icon: way, text: t(`programme.way.${way}`) }
  if (meetingPoint) return { icon: 'place', ...meetingPoint }
  const address = [place, centre.street, town].filter(Boolean).join(', ')
  return { icon: 'place', text: address || centre.name, language: 'de' }
}

/** How one joins, in a sentence. */
export const joiningOf = ({ offer, dates }: Told, { t }: Wording) => {
  if ([offer, ...dates].some(({ intake }) => intake?.isClosedGroup))
    return t('programme.offer.joinHow.by-invitation')
  if (offer.registration !== 'none') return t('programme.offer.joinHow.open')
  return offer.way === 'on-site' || offer.way === 'door'
    ? t('programme.offer.joinHow.just-come')
    : t(`programme.joining.${offer.way === 'phone' ? 'just-call' : 'just-join'}`)
}

/** How it repeats; or its next days, where it has no rhythm. */
const whenOf = (series: readonly SeriesFacts[], dates: readonly Entry[], wording: Wording): string[] => {
  const rhythms = series.filter(({ rule }) => rule !== 'dates').map(slot => seriesInWords(slot, wording))
  if (rhythms.length > 0) return rhythms.slice(0, mostTimes)
  const next = dates.flatMap(({ session }) =>
    session && !session.cancelled
      ? [wording.joined([wording.day(session.heldOn), hoursInWords(session, wording)])]
      : [],
  )
  return next.length > 0 ? next.slice(0, mostTimes) : [wording.t('programme.noDate')]
}

const mostTimes = 3
