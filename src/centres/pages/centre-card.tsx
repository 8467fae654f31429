import { Card, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Centre } from '../centre.ts'
import { paths } from '../paths.ts'

/** A centre in a list: its name, where it is, how to reach it. */
export const CentreCard = ({ centre, wording }: { centre: Centre; wording: Wording }) => {
  const { t, language } = wording
  return (
    <Card
      accent={centre.slug}
      title={
        <a href={paths.centre(language, centre.slug)}>
          <bdi>{centre.name}</bdi>
        </a>
      }
    >
      <p>
        <bdi lang="de">{[centre.street, centre.districtName].filter(Boolean).join(' · ')}</bdi>
        {centre.phone && (
          <>
            <br />
            <a href={`tel:${centre.phone.replace(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{centre.phone}</bdi>
            </a>
          </>
        )}
      </p>
      <Tags
        tags={[
          ...(centre.isLocal
            ? [{ label: t('centres.yours'), icon: 'place' as const, tone: 'success' as const }]
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
