import { breakable, paths as centrePaths, type District } from '../../centres/index.ts'
import { type Chip, Chips, Hero, SearchForm } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Filters, nearOf } from '../filters.ts'
import { paths } from '../paths.ts'
import type { HomePageProps } from './home-page.tsx'

/** The opening of the home page: what it is, search, and the first question: where, and how old is your child? */
export const HomeHero = ({ wording, district, centres, today, entries }: HomePageProps) => {
  const { t, language } = wording
  const near = nearOf(district)
  const when = entries[0]?.session?.heldOn.equals(today) ? 'title' : 'titleSoon'
  return (
    <Hero
      title={
        district
          ? t(`programme.home.${when}InDistrict`, { district: breakable(district.name) })
          : t(`programme.home.${when}`)
      }
      lead={t('programme.home.lead', { count: centres.length })}
    >
      <SearchForm
        action={paths.offers(language)}
        label={t('programme.search.label')}
        button={t('programme.search.button')}
        placeholder={t('programme.search.placeholder')}
        carry={near as Record<string, string>}
      />
      <Chips
        label={t('programme.home.quickly')}
        chips={[districtChip(district, wording), ...ageChips(near, wording)]}
      />
    </Hero>
  )
}

const districtChip = (district: District | undefined, { t, language }: Wording): Chip => ({
  label: district ? breakable(district.name) : t('programme.home.chooseDistrict'),
  href: centrePaths.districts(language),
  current: Boolean(district),
  icon: 'place',
})

const ageChips = (near: Filters, { t, language }: Wording): Chip[] => [
  { label: t('programme.age.pregnant'), href: paths.offers(language, { ...near, age: 'pregnant' }) },
  ...(['0-1', '1-3', '3-6', '6-10'] as const).map(age => ({
    label: t(`programme.age.chip.${age}`),
    href: paths.offers(language, { ...near, age }),
  })),
]
