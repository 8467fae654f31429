import type { Child } from 'hono/jsx'
import { breakable } from '../../centres/index.ts'
import {
  type Description,
  DescriptionList,
  Lines,
  LinkButton,
  LoneLink,
  Notice,
  PhoneButton,
} from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { RulesNote } from '../../registration/index.ts'
import type { Entry, OfferDetails } from '../entry.ts'
import { roleOf } from '../leader-roles.ts'
import { paths } from '../paths.ts'
import { type Joining, joiningOf } from '../places.ts'
import type { Ease } from '../vocabulary.ts'
import { agesInWords, InLanguage, Languages, priceInSentences } from './facts.tsx'

type Props = { details: OfferDetails; wording: Wording }

/**
 * Where, for whom, in which languages, for how much, and who answers for it; `when` comes first. Where a meeting point
 * is said, the way to the centre would lead astray.
 */
export const OfferFacts = ({
  details,
  wording,
  when,
  isElsewhere,
  checkedOn,
}: Props & { when: Child; isElsewhere: boolean; checkedOn: Temporal.PlainDate | undefined }) => {
  const { t } = wording
  const { offer, reducedCents, provider, leader, contact } = details
  const items: (Description | false)[] = [
    { term: t('programme.offer.when'), value: when, icon: 'clock' },
    {
      term: t('programme.offer.where'),
      value: <Where {...{ details, wording, isElsewhere }} />,
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
    {
      term: t('programme.offer.price'),
      value: <Lines of={priceInSentences({ ...offer, reducedCents }, wording)} />,
      icon: 'price',
    },
    offer.way === 'on-site' &&
      !isElsewhere &&
      offer.isStepFree && {
        term: t('programme.offer.access'),
        value: t('programme.offer.accessStepFree'),
        icon: 'step-free',
      },
    contact.phone !== '' && {
      term: t('programme.offer.questions'),
      value: <PhoneButton number={contact.phone} />,
      icon: 'phone',
    },
    leader !== '' && {
      term: t('programme.offer.leader'),
      value: <Leader leader={leader} wording={wording} />,
    },
    {
      term: t('programme.offer.provider'),
      value: (
        <LoneLink href={`/${wording.language}/privacy#${provider.slug}`}>
          <span>
            <bdi lang="de">{provider.name}</bdi> ({t('programme.offer.lawNotice', { law: provider.law })})
          </span>
        </LoneLink>
      ),
    },
    checkedOn !== undefined && {
      term: t('programme.offer.checked'),
      value: wording.day(checkedOn),
    },
  ]
  return <DescriptionList items={items.filter(item => item !== false)} />
}

type Joinable = Pick<Entry, 'registration' | 'intake' | 'eases'> & {
  details: OfferDetails
  wording: Wording
  now: Temporal.Instant
}

/** How one joins now, what one need not have for it, and the one button. */
export const JoinNow = ({ registration, intake, eases, details, wording, now }: Joinable) => {
  const { t, language } = wording
  const { phone } = details.contact
  const joining = joiningOf(registration, intake, now)
  const isOpen = ['open', 'few', 'waiting'].includes(joining.joining)
  const justCall = joining.joining === 'just-come' && details.offer.way === 'phone'
  return (
    <>
      <p>
        {justCall ? t('programme.offer.joinHow.just-call') : joiningInWords(joining, wording, phone !== '')}
      </p>
      {nobodyNeeds
        .filter(ease => eases.includes(ease) && !(ease === 'no-papers' && registration === 'none'))
        .map(ease => (
          <p>{t(`programme.offer.needsNone.${ease}`)}</p>
        ))}
      {(justCall || joining.joining === 'closed') && phone !== '' && <PhoneButton number={phone} />}
      {isOpen && intake && (
        <LinkButton href={paths.join(language, intake.id)} kind="primary" block>
          {t(joining.joining === 'waiting' ? 'programme.offer.joinWaiting' : 'programme.offer.join')}
        </LinkButton>
      )}
      {isOpen && details.placeRules && <RulesNote rules={details.placeRules} wording={wording} />}
    </>
  )
}

/** Whoever just comes is told already that nobody asks for papers. */
const nobodyNeeds = ['no-papers', 'no-german'] as const satisfies Ease[]

/** Sends the page on in the program most families write with; it is only told what one sends. */
export const TellFriends = ({
  title,
  address,
  wording,
}: {
  title: string
  address: string
  wording: Wording
}) => (
  <LinkButton
    href={`https://wa.me/?text=${encodeURIComponent(`${title} ${address}`)}`}
    icon="neighbours"
    block
  >
    {wording.t('programme.offer.share')}
  </LinkButton>
)

/** Says that the words are in another language, were translated by a machine or are old; nothing otherwise. */
export const LanguageNote = ({ details: { offer, textState, isTextOutdated }, wording }: Props) => {
  const { t, language } = wording
  if (offer.title.language !== language) {
    const name = { language: nameOfLanguage(offer.title.language, language) }
    return <Notice title={t('programme.offer.fallbackTitle')}>{t('programme.offer.fallback', name)}</Notice>
  }
  if (isTextOutdated) return <Notice title={t('programme.offer.outdated')} />
  return textState === 'machine' ? <Notice title={t('programme.offer.machine')} /> : null
}

const joiningInWords = (joining: Joining, { t, moment, day, isMidnight }: Wording, mayCall: boolean) => {
  switch (joining.joining) {
    case 'few':
      return t('programme.offer.joinHow.few', { count: joining.places })
    case 'not-yet':
      return isMidnight(joining.opensAt)
        ? t('programme.offer.joinHow.not-yet-day', { day: day(joining.opensOn) })
        : t('programme.offer.joinHow.not-yet', { moment: moment(joining.opensAt) })
    case 'closed':
      return t(mayCall ? 'programme.offer.joinHow.closed' : 'programme.offer.joinHow.closedAsk')
    default:
      return t(`programme.offer.joinHow.${joining.joining}`)
  }
}

const Where = ({
  details: { offer, contact, arrival, wayToPartner },
  wording,
  isElsewhere,
}: Props & { isElsewhere: boolean }) => {
  const { t, language } = wording
  const { centre, place, way } = offer
  const centreLink = (
    <LoneLink href={`/${language}/centres/${centre.slug}`}>
      <bdi>{breakable(centre.name)}</bdi>
    </LoneLink>
  )
  if (way !== 'on-site')
    return (
      <>
        {t(`programme.way.${way}`)}
        <br />
        {centreLink}
      </>
    )
  if (isElsewhere)
    return (
      <>
        {place && <bdi lang="de">{place}</bdi>}
        {place && <br />}
        {wayToPartner && <InLanguage spoken={wayToPartner} wording={wording} />}
        {wayToPartner && <br />}
        {centreLink}
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
      {arrival && (
        <>
          <br />
          <InLanguage spoken={arrival} wording={wording} />
        </>
      )}
      {contact.latitude !== null && contact.longitude !== null && (
        <>
          <br />
          <LoneLink
            href={`https://www.openstreetmap.org/directions?to=${contact.latitude}%2C${contact.longitude}`}
          >
            {t('programme.offer.directions')}
          </LoneLink>
        </>
      )}
    </>
  )
}

/** A role in the words of the page; a name, or what we know no word for, as it was written. */
const Leader = ({ leader, wording: { t, language } }: { leader: string; wording: Wording }) => {
  const role = language === 'de' ? undefined : roleOf(leader)
  return role ? <span>{t(`programme.role.${role}`)}</span> : <bdi lang="de">{leader}</bdi>
}

const ForWhom = ({ details: { offer, isWithoutParents }, wording }: Props) => {
  const { t } = wording
  const parts = [
    t(`programme.audience.${offer.audience}`),
    offer.isFromPregnancy && t('programme.age.fromPregnancy'),
    agesInWords(offer.ages, wording),
  ]
  const who = parts.filter(Boolean).join(' · ')
  if (!isWithoutParents) return <>{who}</>
  return (
    <>
      {who}
      <br />
      <b>{t('programme.offer.withoutParents')}</b>
    </>
  )
}
