import { Card, Columns, LinkButton, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { District } from '../centre.ts'
import type { CityMap } from '../map.ts'
import { MapToChooseFrom } from './map-image.tsx'

type Props = { wording: Wording; districts: District[]; map: CityMap }

/** Where a family says where it lives: on the map or in the list. */
export const DistrictsPage = ({ wording, districts, map }: Props) => {
  const { t, language } = wording
  const href = (code: string) => `/${language}?district=${code}`
  return (
    <Stack gap="large">
      <Stack>
        <h1>{t('centres.districts.title')}</h1>
        <p>{t('centres.districts.lead')}</p>
      </Stack>
      <Columns
        aside={
          <Card tint title={t('centres.districts.map')}>
            <MapToChooseFrom map={map} title={t('centres.districts.map')} href={href} />
          </Card>
        }
      >
        <Section title={t('centres.districts.list')}>
          <ul class="chips">
            {districts.map(({ code, name }) => (
              <li>
                <a class="chip" href={href(code)} lang="de">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
        <p>
          <LinkButton href={`/${language}`}>{t('centres.districts.whole')}</LinkButton>
        </p>
      </Columns>
    </Stack>
  )
}
