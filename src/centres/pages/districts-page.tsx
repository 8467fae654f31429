import { Card, Columns, LinkButton, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { breakable, type District } from '../centre.ts'
import type { CityMap } from '../map.ts'
import { MapToChooseFrom } from './map-image.tsx'

type Props = {
  wording: Wording
  districts: District[]
  /** The names of the centres that are there for a district, by its code. */
  centres: Map<string, string[]>
  map: CityMap
}

/**
 * Where a family says where it lives: on the map or in the list, where a quarter is found by the centre that has its
 * name.
 */
export const DistrictsPage = ({ wording, districts, centres, map }: Props) => {
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
            <MapToChooseFrom
              map={map}
              named={new Set(centres.keys())}
              title={t('centres.districts.map')}
              href={href}
            />
          </Card>
        }
      >
        <Section title={t('centres.districts.list')}>
          <ul class="chips">
            {districts.map(({ code, name }) => (
              <li>
                <a class="chip" href={href(code)} lang="de" dir="ltr">
                  <span>
                    {breakable(name)}
                    {centres.has(code) && <small>{centres.get(code)?.join(', ')}</small>}
                  </span>
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
