import { Card, PhoneButton, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { breakable, type Centre, type OpeningHours } from '../centre.ts'
import { paths } from '../paths.ts'
import { todayInWords } from './opening-hours.tsx'

type Props = { centre: Centre; today: readonly Pick<OpeningHours, 'opens' | 'closes'>[]; wording: Wording }

/** A centre in a list: its name, where it is, whether it is open today, how to reach it. */
export const CentreCard = ({ centre, today, wording }: Props) => {
  const { t, language } = wording
  return (
    <Card
      accent={centre.slug}
      title={
        <a href={paths.centre(language, centre.slug)}>
          <bdi>{breakable(centre.name)}</bdi>
        </a>
      }
    >
      <p>
        <bdi lang="de">{[centre.street, centre.districtName].filter(Boolean).join(' · ')}</bdi>
      </p>
      {centre.phone && (
        <p>
          <PhoneButton number={centre.phone} />
        </p>
      )}
      <Tags
        tags={[
          {
            label: todayInWords(today, wording),
            icon: 'clock' as const,
            ...(today.length > 0 && { tone: 'success' as const }),
          },
          ...(centre.isLocal
            ? [{ label: t('centres.yours'), icon: 'place' as const }]
            : distanceTag(centre, wording)),
          ...(centre.isStepFree ? [{ label: t('centres.stepFree'), icon: 'step-free' as const }] : []),
          ...(centre.isExample
            ? [{ label: t('centres.example'), icon: 'info' as const, tone: 'warning' as const }]
            : []),
        ]}
      />
    </Card>
  )
}

const distanceTag = ({ distanceKm }: Centre, { t, number }: Wording) =>
  distanceKm === null || distanceKm > 100
    ? []
    : [
        {
          label: t('centres.kilometres', { distance: number(Math.max(1, Math.round(distanceKm))) }),
          icon: 'place' as const,
        },
      ]
