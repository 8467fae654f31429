import {
  type Description,
  DescriptionList,
  PhoneButton,
  Section,
  Stack,
} from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { emergencyNumbers } from '../emergency.ts'
import type { WhoIsHere, Written } from '../introduction.ts'
import { paths } from '../paths.ts'

/** Who is there for the families: the lead and her deputy, each as she lets herself be known. */
export const PeopleHere = ({ people, wording }: Pick<WhoIsHere, 'people'> & { wording: Wording }) => {
  const { t, language, joined } = wording
  if (people.length === 0) return null
  return (
    <Section title={t('centres.here.title')}>
      <Stack gap="large">
        {people.map(({ name, standsAs, languages, whenThere, portrait }) => {
          const spoken = joined(languages.map(code => nameOfLanguage(code, language)))
          const items: Description[] = [
            { term: t(`centres.here.${standsAs}`), value: <bdi>{name}</bdi>, icon: 'people' },
          ]
          if (spoken) items.push({ term: t('centres.here.speaks'), value: spoken, icon: 'language' })
          if (whenThere) {
            const value = <InItsLanguage written={whenThere} wording={wording} />
            items.push({ term: t('centres.here.whenThere'), value, icon: 'clock' })
          }
          return (
            <div class="person">
              {portrait && <Portrait mark={portrait} name={name} wording={wording} />}
              <DescriptionList items={items} />
            </div>
          )
        })}
      </Stack>
    </Section>
  )
}

export const Portrait = ({ mark, name, wording }: { mark: string; name: string; wording: Wording }) => (
  <img
    class="portrait"
    src={paths.portrait(wording.language, mark)}
    alt={wording.t('centres.here.portrait', { name })}
    width={112}
    height={112}
    loading="lazy"
  />
)

/** Where to go when the centre is closed, and who answers day and night. */
export const WhenClosed = ({
  whenClosed,
  country,
  wording,
}: Pick<WhoIsHere, 'whenClosed'> & { country: string; wording: Wording }) => {
  const { t } = wording
  const numbers = emergencyNumbers(country)
  if (!whenClosed && numbers.length === 0) return null
  return (
    <Section title={t('centres.closed.title')}>
      <Stack>
        {whenClosed && (
          <p>
            <InItsLanguage written={whenClosed} wording={wording} />
          </p>
        )}
        <DescriptionList
          items={numbers.map(({ name, number }) => ({
            ...{ term: t(`centres.closed.number.${name}`), icon: 'phone' },
            value: <PhoneButton number={number} />,
          }))}
        />
      </Stack>
    </Section>
  )
}

const InItsLanguage = ({ written, wording }: { written: Written; wording: Wording }) => (
  <span
    {...(written.language !== wording.language && {
      ...{ lang: written.language, dir: directionOf(written.language) },
    })}
  >
    {written.text}
  </span>
)
