import type { Child } from 'hono/jsx'
import {
  accentClass,
  Card,
  Columns,
  type Description,
  DescriptionList,
  Notice,
  Prose,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { CentreDetails } from '../centre.ts'
import { paths } from '../paths.ts'
import { OpeningTable } from './opening-table.tsx'

type Props = {
  wording: Wording
  centre: CentreDetails
  /** Today's weekday, 1 for Monday. */
  weekday: number
  /** What is on this week, from the programme. */
  plan: Child
}

/** A centre: this week's plan, when it is open, how to get there, and who runs it. */
export const CentrePage = ({ wording, centre, weekday, plan }: Props) => {
  const { t, language } = wording
  const foreign = centre.language === language ? {} : { lang: centre.language, dir: 'ltr' as const }
  return (
    <Columns
      aside={
        <>
          <Card title={t('centres.centre.contact')} accent={centre.slug}>
            <DescriptionList items={contactOf(centre, wording)} />
          </Card>
          <Card title={t('centres.centre.hours')} tint>
            <OpeningTable hours={centre.hours} wording={wording} today={weekday} />
          </Card>
        </>
      }
    >
      <Stack>
        <p>
          <a href={paths.centres(language)}>{t('centres.centre.all')}</a>
        </p>
        <h1 class={`accented ${accentClass(centre.slug)}`}>
          <bdi>{centre.name}</bdi>
        </h1>
        {centre.isExample && (
          <Notice tone="warning" title={t('centres.centre.exampleTitle')}>
            {t('centres.centre.exampleBody')}
          </Notice>
        )}
        <div {...foreign}>
          <Prose>
            <p>{centre.about}</p>
          </Prose>
        </div>
      </Stack>
      {plan}
      {centre.directions && (
        <Section title={t('centres.centre.directions')}>
          <p {...foreign}>{centre.directions}</p>
          {centre.latitude !== null && centre.longitude !== null && (
            <p>
              <a
                href={`https://www.openstreetmap.org/directions?to=${centre.latitude}%2C${centre.longitude}`}
              >
                {t('centres.centre.showWay')}
              </a>
            </p>
          )}
        </Section>
      )}
      {centre.note && (
        <p class="muted" {...foreign}>
          {centre.note}
        </p>
      )}
    </Columns>
  )
}

const contactOf = (centre: CentreDetails, { t, language }: Wording): Description[] => {
  const town = [centre.postalCode, centre.town].filter(Boolean).join(' ')
  const { phone, email, provider } = centre
  return [
    {
      term: t('centres.centre.address'),
      value: <bdi lang="de">{[centre.street, town].filter(Boolean).join(', ')}</bdi>,
      icon: 'place',
    },
    { term: t('centres.centre.district'), value: <bdi lang="de">{centre.districtName}</bdi>, icon: 'map' },
    phone !== '' && {
      term: t('centres.centre.phone'),
      value: (
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          <bdi dir="ltr">{phone}</bdi>
        </a>
      ),
      icon: 'phone' as const,
    },
    email !== '' && {
      term: t('centres.centre.email'),
      value: (
        <a href={`mailto:${email}`}>
          <bdi dir="ltr">{email}</bdi>
        </a>
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
        <a href={`/${language}/privacy#${provider.slug}`}>
          <bdi lang="de">{provider.name}</bdi> ({t('centres.centre.notice', { law: provider.law })})
        </a>
      ),
      icon: 'people',
    },
  ].filter(item => item !== false) as Description[]
}
