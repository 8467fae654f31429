import type { IconName } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import {
  type Entry,
  hoursInWords,
  type OfferDetails,
  priceInWords,
  type SeriesFacts,
  seriesInWords,
} from '../programme/index.ts'
import { forWhom, languagesInWords } from './pages/entry-facts.ts'

/** An offer as it is told on paper; `dates` are its next ones, soonest first. */
export type Told = { details: OfferDetails; series: readonly SeriesFacts[]; dates: readonly Entry[] }

/** A fact of an offer; what is written in German in every language says so. */
export type Fact = { icon: IconName; text: string; isGerman?: boolean }

/** When, where, for whom, in which languages and for how much: the order in which a family asks. */
export const factsOf = ({ details, series, dates }: Told, wording: Wording): Fact[] => {
  const { t } = wording
  const { offer, contact } = details
  const where = [offer.place, offer.centre.street, contact.town].filter(Boolean).join(', ')
  const whom = forWhom(offer, wording)
  return [
    ...whenOf(series, dates, wording).map(text => ({ icon: 'clock' as const, text })),
    offer.way === 'on-site'
      ? { icon: 'place' as const, text: where || offer.centre.name, isGerman: true }
      : { icon: offer.way, text: t(`programme.way.${offer.way}`) },
    { icon: 'people', text: whom.length > 0 ? whom.join(' · ') : t('programme.audience.everyone') },
    ...(offer.languages.join() === 'de'
      ? []
      : [{ icon: 'language' as const, text: languagesInWords(offer.languages) }]),
    { icon: offer.priceCents === 0 ? 'free' : 'price', text: priceInWords(offer, wording) },
  ]
}

/** How one joins, in a sentence. */
export const joiningOf = ({ offer }: OfferDetails, { t }: Wording) => {
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
