import type { Child } from 'hono/jsx'
import { type Description, DescriptionList, LinkButton, Notice } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import type { Entry, OfferDetails } from '../entry.ts'
import { paths } from '../paths.ts'
import { joiningOf } from '../places.ts'
import { agesInWords, Languages, priceInWords } from './facts.tsx'

type Props = { details: OfferDetails; wording: Wording }

/** Where, for whom, in which languages, for how much, and who answers for it; `when` comes first. */
export const OfferFacts = ({ details, wording, when }: Props & { when: Child }) => {
  const { t } = wording
  const { offer, provider, leader } = details
  const items: (Description | false)[] = [
    { term: t('programme.offer.when'), value: when, icon: 'clock' },
    {
      term: t('programme.offer.where'),
      value: <Where details={details} wording={wording} />,
      icon: offer.way,
    },
    {
      term: t('programme.offer.forWhom'),
      value: <ForWhom details={details} wording={wording} />,
      icon: 'people',
    },
    {
      term: t('programme.offer.languages'),
      value: <Languages codes={offer.languages} />,
      icon: 'language',
    },
    { term: t('programme.offer.price'), value: priceInWords(offer, wording), icon: 'price' },
    offer.isStepFree && {
      term: t('programme.offer.access'),
      value: t('programme.offer.accessStepFree'),
      icon: 'step-free',
    },
    leader !== '' && { term: t('programme.offer.leader'), value: <bdi lang="de">{leader}</bdi> },
    {
      term: t('programme.offer.provider'),
      value: (
        <a href={`/${wording.language}/privacy#${provider.slug}`}>
          <bdi lang="de">{provider.name}</bdi> ({t('programme.offer.lawNotice', { law: provider.law })})
        </a>
      ),
    },
  ]
  return <DescriptionList items={items.filter(item => item !== false)} />
}

/** How one joins now, with the one button for it. */
export const JoinNow = ({
  registration,
  intake,
  wording,
  now,
}: Pick<Entry, 'registration' | 'intake'> & { wording: Wording; now: Temporal.Instant }) => {
  const { t, language } = wording
  const joining = joiningOf(registration, intake, now)
  const isOpen = ['open', 'few', 'waiting'].includes(joining.joining)
  return (
    <>
      <p>
        {joining.joining === 'few'
          ? t('programme.offer.joinHow.few', { count: joining.places })
          : joining.joining === 'not-yet'
            ? t('programme.offer.joinHow.not-yet', { moment: wording.moment(joining.opensAt) })
            : t(`programme.offer.joinHow.${joining.joining}`)}
      </p>
      {isOpen && intake && (
        <LinkButton href={paths.join(language, intake.id)} kind="primary" block>
          {t(joining.joining === 'waiting' ? 'programme.offer.joinWaiting' : 'programme.offer.join')}
        </LinkButton>
      )}
    </>
  )
}

/** Says that the words are in another language, or were translated by a machine; nothing otherwise. */
export const LanguageNote = ({ details: { offer, textState }, wording }: Props) => {
  const { t, language } = wording
  if (offer.title.language !== language) {
    const names = {
      wanted: nameOfLanguage(language),
      language: nameOfLanguage(offer.title.language, language),
    }
    return <Notice title={t('programme.offer.fallbackTitle')}>{t('programme.offer.fallback', names)}</Notice>
  }
  return textState === 'machine' ? <Notice title={t('programme.offer.machine')} /> : null
}

const Where = ({ details: { offer, contact }, wording: { t, language } }: Props) => {
  const { centre, place, way } = offer
  const centreLink = (
    <a href={`/${language}/centres/${centre.slug}`}>
      <bdi>{centre.name}</bdi>
    </a>
  )
  if (way !== 'on-site')
    return (
      <>
        {t(`programme.way.${way}`)} · {centreLink}
      </>
    )
  const address = [centre.street, [contact.postalCode, contact.town].filter(Boolean).join(' ')]
  return (
    <>
      {centreLink}
      {place && <br />}
      {place && <bdi lang="de">{place}</bdi>}
      <br />
      <bdi lang="de">{address.filter(Boolean).join(', ')}</bdi>
      {contact.latitude !== null && contact.longitude !== null && (
        <>
          <br />
          <a href={`https://www.openstreetmap.org/directions?to=${contact.latitude}%2C${contact.longitude}`}>
            {t('programme.offer.directions')}
          </a>
        </>
      )}
    </>
  )
}

const ForWhom = ({ details: { offer }, wording }: Props) => {
  const { t } = wording
  const parts = [
    t(`programme.audience.${offer.audience}`),
    offer.isFromPregnancy && t('programme.age.fromPregnancy'),
    agesInWords(offer.ages, wording),
  ]
  return parts.filter(Boolean).join(' · ')
}
