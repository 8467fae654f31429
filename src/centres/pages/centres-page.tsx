import { Card, Columns, LinkButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { breakable, type Centre, type District, type OpeningHours } from '../centre.ts'
import { paths } from '../paths.ts'
import { CentreCard } from './centre-card.tsx'
import { MapImage } from './map-image.tsx'

type Props = {
  wording: Wording
  centres: Centre[]
  /** When each centre is open today, by its id. */
  today: Map<string, Pick<OpeningHours, 'opens' | 'closes'>[]>
  district: District | undefined
  mapMark: string
}

/** All centres as a list and on the map; with a district, the nearest first. */
export const CentresPage = ({ wording, centres, today, district, mapMark }: Props) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      <Stack>
        <h1>
          {district
            ? t('centres.list.titleNear', { district: breakable(district.name) })
            : t('centres.list.title')}
        </h1>
        <p>{t('centres.list.lead')}</p>
      </Stack>
      <Columns
        aside={
          <Card tint>
            <MapImage wording={wording} district={district?.code} mark={mapMark} />
            <LinkButton href={paths.districts(language)} icon="place" block>
              {t(district ? 'centres.list.changeDistrict' : 'centres.list.chooseDistrict')}
            </LinkButton>
          </Card>
        }
      >
        <Stack>
          {centres.map(centre => (
            <CentreCard centre={centre} today={today.get(centre.id) ?? []} wording={wording} />
          ))}
        </Stack>
      </Columns>
    </Stack>
  )
}
