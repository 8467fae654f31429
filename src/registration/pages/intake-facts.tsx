import { paths as centrePaths, DataNotice } from '../../centres/index.ts'
import {
  type Description,
  DescriptionList,
  Lines,
  LoneLink,
  PhoneButton,
} from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { IntakeView } from '../show.ts'
import { CourseDays } from './course-days.tsx'

type Props = { view: Omit<IntakeView, 'together'>; wording: Wording }

/** What is said before somebody decides. */
type BeforeDeciding = { ages?: string | undefined; price?: readonly string[] }

/**
 * What, when, where, for which ages and whom to ask: stands above every form, so that nobody registers for the wrong
 * thing, and on every page of a registration.
 */
export const IntakeFacts = ({ view, wording, ages, price = [] }: Props & BeforeDeciding) => {
  const { t } = wording
  const { names } = view
  const { centrePhone } = names
  const items: (Description | false)[] = [
    {
      ...{ term: t('registration.facts.when'), icon: 'clock' },
      value:
        view.days.length > 1 ? <CourseDays days={view.days} wording={wording} /> : whenInWords(view, wording),
    },
    {
      ...{ term: t('registration.facts.where'), icon: names.way === 'on-site' ? 'place' : names.way },
      value: <Where view={view} wording={wording} />,
    },
    ages !== undefined && { term: t('registration.facts.ages'), icon: 'child', value: ages },
    price.length > 0 && {
      ...{ term: t('programme.offer.price'), icon: 'price', value: <Lines of={price} /> },
    },
    centrePhone !== '' && {
      ...{ term: t('registration.facts.questions'), icon: 'phone' as const },
      value: <PhoneButton number={centrePhone} />,
    },
  ]
  return <DescriptionList items={items.filter(item => item !== false)} />
}

/** Whose data this is, on every form and on every page of a registration. */
export const RegistrationDataNotice = ({ view: { names }, wording }: Props) => (
  <DataNotice controller={names} until={wording.t('registration.data.until')} wording={wording} />
)

/** The title leads to where everything about the offer stands: what to wear, what it costs. */
export const OfferTitle = ({ view: { names, intake }, wording: { language } }: Props) => (
  <a
    href={paths.about(language, intake)}
    lang={names.titleLanguage === language ? undefined : names.titleLanguage}
  >
    <bdi dir={directionOf(names.titleLanguage)}>{names.title}</bdi>
  </a>
)

/** The number of the centre inside a sentence, or its name where there is none. */
export const askingAt = ({ names }: Pick<IntakeView, 'names'>) => names.centrePhone || names.centre

/** When the date is, or from when on the course goes. */
export const whenInWords = ({ intake }: Pick<IntakeView, 'intake'>, wording: Wording) => {
  const { t } = wording
  const { heldOn, starts, ends } = intake
  const when =
    heldOn && starts
      ? t(ends ? 'registration.facts.between' : 'registration.facts.from', {
          ...{ day: wording.day(heldOn), starts: wording.time(starts), ends: ends && wording.time(ends) },
        })
      : wording.moment(intake.startsAt)
  return intake.sessionId ? when : t('registration.facts.courseFrom', { when })
}

const Where = ({ view: { intake, names }, wording: { t, language } }: Props) => {
  const place = intake.place && <bdi lang="de">{intake.place}</bdi>
  const isAtCentre = names.way === 'on-site' && !intake.isElsewhere
  const address = [names.street, [names.postalCode, names.town].filter(Boolean).join(' ')]
  return (
    <>
      {names.way !== 'on-site' && (
        <>
          {t(`programme.way.${names.way}`)}
          <br />
        </>
      )}
      {place && intake.isElsewhere && (
        <>
          {place}
          <br />
        </>
      )}
      <LoneLink href={centrePaths.centre(language, names.centreSlug)}>
        <bdi>{names.centre}</bdi>
      </LoneLink>
      {place && !intake.isElsewhere && (
        <>
          <br />
          {place}
        </>
      )}
      {isAtCentre && (
        <>
          <br />
          <bdi lang="de">{address.filter(Boolean).join(', ')}</bdi>
        </>
      )}
      {isAtCentre && names.latitude !== null && names.longitude !== null && (
        <>
          <br />
          <LoneLink
            href={`https://www.openstreetmap.org/directions?to=${names.latitude}%2C${names.longitude}`}
          >
            {t('registration.facts.directions')}
          </LoneLink>
        </>
      )}
    </>
  )
}
