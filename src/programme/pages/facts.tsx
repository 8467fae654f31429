import type { TagFact } from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, spokenTag, type Wording } from '../../platform/wording/wording.ts'
import { type AgeSpan, readAge, sayAge } from '../age.ts'
import type { Entry, Spoken } from '../entry.ts'
import { joiningOf } from '../places.ts'
import type { Ease } from '../vocabulary.ts'

type Facts = Omit<Entry, 'slug' | 'title' | 'summary' | 'session' | 'isLocal'>

/** What matters at a glance, in two or three words each; the price and how one joins come first. */
export const tagsOf = (entry: Facts, wording: Wording, now: Temporal.Instant): TagFact[] => {
  const [price, ...others] = factTagsOf(entry, wording)
  return [...(price ? [price] : []), ...joiningTags(entry, wording, now), ...others]
}

/** The same without how one joins: for a date that does not take place. */
export const factTagsOf = (entry: Facts, wording: Wording): TagFact[] => [
  priceTag(entry, wording),
  ...agesTag(entry, wording),
  ...(entry.audience === 'everyone'
    ? []
    : [{ label: wording.t(`programme.audience.${entry.audience}`), icon: audienceIcons[entry.audience] }]),
  ...easeTags(entry.eases.filter(isWhoMayCome), wording),
  ...(entry.way === 'on-site' ? [] : [{ label: wording.t(`programme.way.${entry.way}`), icon: entry.way }]),
  ...(entry.languages.join() === 'de'
    ? []
    : [{ label: <Languages codes={entry.languages} />, icon: 'language' as const }]),
]

/** What else makes it easy to come, each with its picture; not in lists, where it would drown what matters there. */
export const easeTagsOf = ({ eases }: Pick<Entry, 'eases'>, wording: Wording): TagFact[] =>
  easeTags(
    eases.filter(ease => !isWhoMayCome(ease)),
    wording,
  )

const easeTags = (eases: readonly Ease[], { t }: Wording): TagFact[] =>
  eases.map(ease => ({ label: t(`programme.filter.${ease}`), icon: ease }))

/** That it is for women alone is said in lists too: it decides who goes there at all. */
const isWhoMayCome = (ease: Ease) => ease === 'women-only'

/**
 * Words in the language they were written in. Their direction is always said: left to itself, the browser would guess
 * from the first letter, and PEKiP begins an Arabic title with a Latin one.
 */
export const InLanguage = ({ spoken, wording }: { spoken: Spoken; wording: Wording }) => (
  <bdi
    lang={spoken.language === wording.language ? undefined : spokenTag(spoken.language)}
    dir={directionOf(spoken.language)}
  >
    {spoken.text}
  </bdi>
)

/** Languages as their speakers call them: Deutsch · Türkçe · العربية. */
export const Languages = ({ codes }: { codes: readonly string[] }) => (
  <span>
    {codes.map((code, index) => (
      <>
        {index > 0 && ' · '}
        <bdi lang={code}>{nameOfLanguage(code)}</bdi>
      </>
    ))}
  </span>
)

export const agesInWords = (ages: AgeSpan, { t, number }: Wording): string => {
  const said = sayAge(ages)
  switch (said.said) {
    case 'any':
      return t('programme.age.any')
    case 'between':
      return t(`programme.age.between.${said.unit}`, {
        ...{ from: number(said.from), until: number(said.until), count: said.until },
      })
    case 'span':
      return t('programme.age.span', {
        from: t('programme.age.months', { count: said.months }),
        until: t('programme.age.years', { count: said.years }),
      })
    default:
      return t(`programme.age.${said.said}.${said.unit}`, { count: said.count })
  }
}

/** An age as it stands in an address (`7m`, `3y`, `1-3`), in words. */
export const wantedAgeInWords = (age: string, { t }: Wording): string => {
  const wanted = readAge(age)
  if (!wanted || wanted === 'pregnant') return t('programme.age.pregnant')
  if (age === '0m') return t('programme.age.newborn')
  if (age.endsWith('m')) return t('programme.age.months', { count: wanted.from })
  if (age.endsWith('y')) return t('programme.age.years', { count: wanted.from / 12 })
  const years = { from: wanted.from / 12, until: wanted.until / 12 }
  return t('programme.age.range', { ...years, count: years.until })
}

export const priceInWords = (
  { priceCents, pricePer }: Pick<Entry, 'priceCents' | 'pricePer'>,
  wording: Wording,
) =>
  pricePer
    ? wording.t(`programme.price.${pricePer}`, { amount: wording.euros(priceCents) })
    : wording.t('programme.price.free')

/** The price with the lesser one beside it, and that nobody stays away for money. */
export const priceInSentences = (
  { reducedCents, ...price }: Pick<Entry, 'priceCents' | 'pricePer'> & { reducedCents: number | null },
  wording: Wording,
): string[] => {
  const full = priceInWords(price, wording)
  if (price.priceCents === 0) return [full]
  const { t, euros } = wording
  return [
    reducedCents === null ? full : t('programme.price.reduced', { price: full, amount: euros(reducedCents) }),
    t('programme.price.onYourWord'),
  ]
}

/** 9:30–11:00, or "from 9:30" where the end is open. */
export const hoursInWords = (
  { starts, ends }: { starts: Temporal.PlainTime; ends: Temporal.PlainTime | null },
  wording: Wording,
) => (ends ? wording.hours(starts, ends) : wording.t('programme.from', { time: wording.time(starts) }))

const priceTag = (entry: Facts, wording: Wording): TagFact => ({
  label: priceInWords(entry, wording),
  icon: entry.priceCents === 0 ? 'free' : 'price',
  ...(entry.priceCents === 0 && { tone: 'success' as const }),
})

const joiningTags = (entry: Facts, { t, shortDay }: Wording, now: Temporal.Instant): TagFact[] => {
  const joining = joiningOf(entry.registration, entry.intake, now)
  switch (joining.joining) {
    case 'just-come':
      return [{ label: t(`programme.joining.${comingBy[entry.way]}`), icon: 'just-come' }]
    case 'few':
      return [
        {
          label: t('programme.joining.few', { count: joining.places }),
          icon: 'registration',
          tone: 'warning',
        },
        ...babyTag(entry, t),
      ]
    case 'not-yet':
      return [
        {
          label: t('programme.joining.not-yet', { day: shortDay(joining.opensOn) }),
          icon: 'registration',
        },
      ]
    case 'waiting':
      return [{ label: t('programme.joining.waiting'), icon: 'waiting', tone: 'warning' }]
    case 'open':
      return [{ label: t('programme.joining.open'), icon: 'registration' }, ...babyTag(entry, t)]
    case 'closed':
      return [{ label: t('programme.joining.closed'), icon: 'registration' }]
    case 'by-invitation':
      return [{ label: t('programme.joining.by-invitation'), icon: 'registration' }]
  }
}

const babyTag = ({ intake }: Facts, t: Wording['t']): TagFact[] =>
  intake?.freeBabyPlaces !== null && intake && intake.freeBabyPlaces <= 0
    ? [{ label: t('programme.joining.noBabyPlaces'), icon: 'waiting', tone: 'warning' }]
    : []

const agesTag = ({ ages, isFromPregnancy }: Facts, wording: Wording): TagFact[] => {
  const isForAll = sayAge(ages).said === 'any'
  return [
    ...(isFromPregnancy
      ? [{ label: wording.t('programme.age.fromPregnancy'), icon: 'pregnant' as const }]
      : []),
    ...(isForAll ? [] : [{ label: agesInWords(ages, wording), icon: 'child' as const }]),
  ]
}

export const audienceIcons = { fathers: 'father', mothers: 'mother', grandparents: 'grandparents' } as const
const comingBy = {
  'on-site': 'just-come',
  door: 'just-come',
  phone: 'just-call',
  online: 'just-join',
} as const
