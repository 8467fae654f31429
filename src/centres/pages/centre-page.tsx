import type { Child } from 'hono/jsx'
import {
  accentClass,
  Card,
  Columns,
  type Description,
  DescriptionList,
  LoneLink,
  Notice,
  PhoneButton,
  Prose,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import { directionOf, spokenTag, type Wording } from '../../platform/wording/wording.ts'
import type { CentreDetails } from '../centre.ts'
import { paths } from '../paths.ts'
import { OpeningWeek, todayInWords } from './opening-hours.tsx'

type Props = {
  wording: Wording
  centre: CentreDetails
  /** Today's weekday, 1 for Monday. */
  weekday: number
  /** What is on this week, from the programme. */
  plan: Child
}

/**
 * A centre: how to reach it and when it is open, this week's plan, and how to get there. On a phone the number and
 * today's hours stand right below the name.
 */
export const CentrePage = ({ wording, centre, weekday, plan }: Props) => {
  const { t, language } = wording
  const foreign = foreignTo(language, centre.language)
  return (
    <Columns
      aside={
        <>
          <Card title={t('centres.centre.contact')} accent={centre.slug}>
            <DescriptionList items={contactOf(centre, wording, weekday)} />
          </Card>
          <Card title={t('centres.centre.hours')} tint>
            <OpeningWeek hours={centre.hours} wording={wording} today={weekday} />
          </Card>
        </>
      }
      below={
        <>
          <div {...foreign}>
            <Prose>
              <p>{centre.about}</p>
            </Prose>
          </div>
          {plan}
          <p>
            <LoneLink href={paths.weekLetter(language, centre.slug)}>
              {t('centres.centre.weekLetter')}
            </LoneLink>
          </p>
          {(centre.arrival || isOnMap(centre)) && (
            <Section title={t('centres.centre.directions')}>
              {centre.arrival && (
                <p class="as-written" {...foreignTo(language, centre.arrival.language)}>
                  {centre.arrival.text}
                </p>
              )}
              {isOnMap(centre) && (
                <p>
                  <LoneLink
                    href={`https://www.openstreetmap.org/directions?to=${centre.latitude}%2C${centre.longitude}`}
                  >
                    {t('centres.centre.showWay')}
                  </LoneLink>
                </p>
              )}
            </Section>
          )}
          {centre.note && (
            <p class="muted" {...foreign}>
              {centre.note}
            </p>
          )}
        </>
      }
    >
      <Stack>
        <p>
          <LoneLink href={paths.centres(language)}>{t('centres.centre.all')}</LoneLink>
        </p>
        <h1 class={`accented ${accentClass(centre.slug)}`}>
          <bdi>{centre.name}</bdi>
        </h1>
        {centre.isExample && (
          <Notice tone="warning" title={t('centres.centre.exampleTitle')}>
            {t('centres.centre.exampleBody')}
          </Notice>
        )}
      </Stack>
    </Columns>
  )
}

const isOnMap = ({ latitude, longitude }: CentreDetails) => latitude !== null && longitude !== null

const contactOf = (centre: CentreDetails, wording: Wording, weekday: number): Description[] => {
  const { t, language } = wording
  const town = [centre.postalCode, centre.town].filter(Boolean).join(' ')
  const { phone, email, provider } = centre
  const today = centre.hours.filter(slot => slot.weekday === weekday)
  return [
    { term: t('centres.centre.hours'), value: todayInWords(today, wording), icon: 'clock' },
    phone !== '' && {
      term: t('centres.centre.phone'),
      value: <PhoneButton number={phone} />,
      icon: 'phone' as const,
    },
    {
      term: t('centres.centre.address'),
      value: <bdi lang="de">{[centre.street, town].filter(Boolean).join(', ')}</bdi>,
      icon: 'place',
    },
    { term: t('centres.centre.district'), value: <bdi lang="de">{centre.districtName}</bdi>, icon: 'map' },
    email !== '' && {
      term: t('centres.centre.email'),
      value: (
        <LoneLink href={`mailto:${email}`}>
          <bdi dir="ltr">{email}</bdi>
        </LoneLink>
      ),
      icon: 'mail' as const,
    },
    {
      term: t('centres.centre.access'),
      value: t(centre.isStepFree ? 'centres.centre.accessStepFree' : 'centres.centre.accessSteps'),
      icon: 'step-free',
    },
    {
      term: t('centres.centre.provider'),
      value: (
        <LoneLink href={`/${language}/privacy#${provider.slug}`}>
          <span>
            <bdi lang="de">{provider.name}</bdi> ({t('centres.centre.notice', { law: provider.law })})
          </span>
        </LoneLink>
      ),
      icon: 'people',
    },
  ].filter(item => item !== false) as Description[]
}

const foreignTo = (language: string, written: string) =>
  written === language ? {} : { lang: spokenTag(written), dir: directionOf(written) }
