import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { type Day, type Filters, weekdays } from '../filters.ts'
import { wantedAgeInWords } from './facts.tsx'

/** What the city has to choose from. */
export type FilterChoices = {
  districts: { code: string; name: string }[]
  centres: { slug: string; name: string }[]
  /** Languages spoken in some session. */
  languages: string[]
}

/** A chosen filter as a family would say it. */
export const filterInWords = (
  name: keyof Filters,
  filters: Filters,
  { districts, centres }: FilterChoices,
  wording: Wording,
): string => {
  const { t } = wording
  switch (name) {
    case 'q':
      return t('programme.offers.quoted', { words: filters.q })
    case 'day':
      return filters.day ? dayInWords(filters.day, wording) : ''
    case 'part':
      return filters.part ? t(`programme.part.${filters.part}`) : ''
    case 'age':
      return filters.age ? wantedAgeInWords(filters.age, wording) : ''
    case 'district':
      return districts.find(({ code }) => code === filters.district)?.name ?? filters.district ?? ''
    case 'centre':
      return centres.find(({ slug }) => slug === filters.centre)?.name ?? filters.centre ?? ''
    case 'language':
      return nameOfLanguage(filters.language ?? 'de')
    case 'topic':
      return filters.topic ? t(`programme.topic.${filters.topic}.name`) : ''
    case 'kind':
      return filters.kind ? t(`programme.kind.${filters.kind}`) : ''
    default:
      return t(`programme.filter.${name}`)
  }
}

export const dayInWords = (day: Day, { t, weekday }: Wording) =>
  day === 'today' || day === 'tomorrow' || day === 'week'
    ? t(`programme.day.${day}`)
    : weekday(weekdays.indexOf(day) + 1)
