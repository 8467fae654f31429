import { budgetInWords, hoursInWords } from '../../funding/index.ts'
import type { IconName } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { kinds } from '../../programme/index.ts'
import { closedDoorWays, type Story, thingsPerSign } from '../story.ts'
import type { Drawing } from './drawing.ts'

/** A number beside a sentence, with what it counts. `text` says so where nobody knows it yet. */
export type Figure = { label: string; text: string; icon?: IconName; isExample?: boolean }

/** One of the ten: what it says, its picture, and every number of both. */
export type Sentence = { text: string; figures: Figure[]; drawing: Drawing | undefined }

/** The story in ten sentences, in the order in which they are told. */
export const sentencesOf = (story: Story, wording: Wording, place: string): Sentence[] => [
  ofCentres(story, wording, place),
  ofDistricts(story, wording, place),
  ofKinds(story, wording),
  ofPrices(story, wording),
  ofDoors(story, wording),
  ofLanguages(story, wording),
  ofVisits(story, wording),
  ofMoney(story, wording),
  ofHours(story, wording),
  ofClosedDoors(story, wording),
]

const ofCentres = ({ centres, providers }: Story, { t, number }: Wording, place: string): Sentence => ({
  text: t('story.sentence.centres', {
    place,
    centres: t('story.count.centres', { count: centres.all, number: number(centres.all) }),
    providers: t('story.count.byProviders', { count: providers.all, number: number(providers.all) }),
  }),
  figures: (
    [
      ['centres', centres.all],
      ['exampleCentres', centres.examples],
      ['providers', providers.all],
      ['exampleProviders', providers.examples],
    ] as const
  ).flatMap(([of, count]) => {
    const isExample = of.startsWith('example')
    return isExample && count === 0
      ? []
      : [{ label: t(`story.figure.${of}`), text: number(count), isExample }]
  }),
  drawing: { shape: 'row', icon: 'centre', signs: centres.all, dashed: centres.examples },
})

const ofDistricts = ({ districts }: Story, { t, number }: Wording, place: string): Sentence => ({
  text: t('story.sentence.districts', {
    ...{ place, count: districts.served.size },
    served: number(districts.served.size),
    districts: number(districts.all),
  }),
  figures: [
    { label: t('story.figure.districts'), text: number(districts.all) },
    { label: t('story.figure.served'), text: number(districts.served.size) },
  ],
  drawing: { shape: 'map', map: districts.map, served: districts.served },
})

const ofKinds = ({ offers }: Story, { t, number }: Wording): Sentence => {
  const used = kinds.filter(kind => offers.byKind[kind] > 0)
  return {
    text: t('story.sentence.kinds', {
      offers: t('story.count.offers', { count: offers.all, number: number(offers.all) }),
      kinds: t('story.count.kinds', { count: used.length, number: number(used.length) }),
    }),
    figures: kinds.map(kind => ({
      label: t(`programme.kind.${kind}`),
      text: number(offers.byKind[kind]),
      icon: kindIcons[kind],
    })),
    drawing: {
      shape: 'bars',
      bars: kinds.map(kind => ({ mark: { icon: kindIcons[kind] }, value: offers.byKind[kind] })),
    },
  }
}

const kindIcons = {
  encounter: 'meeting',
  activity: 'play',
  education: 'course',
  counselling: 'advice',
  neighbourly: 'neighbours',
} as const satisfies Record<(typeof kinds)[number], IconName>

const ofPrices = ({ offers }: Story, wording: Wording): Sentence =>
  partOfOffers({ part: offers.free, whole: offers.all, of: 'free', icon: 'free' }, wording)

const ofDoors = ({ offers }: Story, wording: Wording): Sentence =>
  partOfOffers({ part: offers.justCome, whole: offers.all, of: 'justCome', icon: 'just-come' }, wording)

const partOfOffers = (
  { part, whole, of, icon }: { part: number; whole: number; of: 'free' | 'justCome'; icon: IconName },
  { t, number }: Wording,
): Sentence => ({
  text: t(`story.sentence.${of}`, { count: part, part: number(part), whole: number(whole) }),
  figures: [
    { label: t(`story.figure.${of}`), text: number(part) },
    { label: t('story.figure.offers'), text: number(whole) },
  ],
  drawing: whole > 0 ? { shape: 'ring', part, whole, icon } : undefined,
})

const ofLanguages = ({ offers: { byLanguage } }: Story, { t, number, language: own }: Wording): Sentence => ({
  text: t('story.sentence.languages', {
    languages: t('story.count.languages', { count: byLanguage.length, number: number(byLanguage.length) }),
  }),
  figures: byLanguage.map(({ language, offers }) => ({
    label: nameOfLanguage(language, own),
    text: number(offers),
  })),
  drawing: { shape: 'row', icon: 'language', signs: byLanguage.length },
})

const ofVisits = ({ visits }: Story, wording: Wording): Sentence => {
  const { t, number, month } = wording
  if (!visits) return notKnown('visits', wording)
  const all = visits.adults + visits.children
  const each = thingsPerSign(all)
  return {
    text: t('story.sentence.visits', {
      from: month(visits.from),
      until: month(visits.until),
      visits: t('story.count.visits', { count: all, number: number(all) }),
      children: number(visits.children),
    }),
    figures: [
      { label: t('story.figure.adults'), text: number(visits.adults) },
      { label: t('story.figure.children'), text: number(visits.children) },
      { label: t('story.figure.firstTime'), text: number(visits.firstTime) },
      {
        label: t('story.figure.counted'),
        text: t('story.figure.of', {
          part: number(visits.sessionsHeld - visits.sessionsUncounted),
          whole: number(visits.sessionsHeld),
        }),
      },
      ...(each > 1 ? [{ label: t('story.figure.sign'), text: number(each) }] : []),
    ],
    drawing: { shape: 'row', icon: 'people', signs: Math.round(all / each) },
  }
}

const ofMoney = ({ budgets }: Story, wording: Wording): Sentence => {
  const { t, euros } = wording
  const known = budgets.flatMap(budget =>
    budget.centsPerYear === null ? [] : [{ ...budget, cents: budget.centsPerYear }],
  )
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return notKnown('money', wording)
  const said = first === last ? 'moneyOnce' : 'money'
  return {
    text: t(`story.sentence.${said}`, {
      before: euros(first.cents),
      after: euros(last.cents),
      earlier: yearsOf(first.budget),
      later: yearsOf(last.budget),
    }),
    figures: budgets.map(({ budget, centsPerYear, centsAreExamples }) => ({
      label: budgetInWords(budget, wording),
      text: centsPerYear === null ? t('story.notKnown') : euros(centsPerYear),
      isExample: centsAreExamples,
    })),
    drawing: {
      shape: 'bars',
      bars: known.map(({ budget, cents }) => ({ mark: { text: yearsOf(budget) }, value: cents })),
    },
  }
}

const ofHours = ({ budgets }: Story, wording: Wording): Sentence => {
  const { t } = wording
  const [first, last] = [budgets[0], budgets.at(-1)]
  if (!first || !last) return notKnown('hours', wording)
  const said = first === last ? 'hoursOnce' : 'hours'
  return {
    text: t(`story.sentence.${said}`, {
      before: hoursInWords(first.leadMinutes, wording),
      after: hoursInWords(last.leadMinutes, wording),
      earlier: yearsOf(first.budget),
      later: yearsOf(last.budget),
    }),
    figures: budgets.map(({ budget, leadMinutes, leadIsExample }) => ({
      label: budgetInWords(budget, wording),
      text: hoursInWords(leadMinutes, wording),
      isExample: leadIsExample,
    })),
    drawing: {
      shape: 'bars',
      bars: budgets.map(({ budget, leadMinutes }) => ({
        mark: { text: yearsOf(budget) },
        value: leadMinutes,
      })),
    },
  }
}

/** 2020/21 */
const yearsOf = (budget: string) => budget.replace('-', '/')

const ofClosedDoors = ({ closedDoors: { sessions, kits } }: Story, { t, number }: Wording): Sentence => {
  const all = closedDoorWays.reduce((sum, way) => sum + sessions[way], 0)
  const said = {
    ...{ count: all, sessions: t('story.count.sessions', { count: all, number: number(all) }) },
  }
  return {
    text: kits
      ? t('story.sentence.closedDoorsAndKits', {
          ...{ ...said, kits: t('story.count.kits', { count: kits.all, number: number(kits.all) }) },
        })
      : t('story.sentence.closedDoors', said),
    figures: [
      ...closedDoorWays.map(way => ({
        label: t(`story.figure.closedDoors.${way}`),
        text: number(sessions[way]),
        icon: way,
      })),
      {
        label: t('story.figure.closedDoors.kits'),
        text: kits ? number(kits.all) : t('story.notKnown'),
        icon: 'give',
        isExample: kits?.haveExamples ?? false,
      },
    ],
    drawing: {
      shape: 'bars',
      bars: [
        ...closedDoorWays.map(way => ({ mark: { icon: way }, value: sessions[way] })),
        ...(kits ? [{ mark: { icon: 'give' as const }, value: kits.all }] : []),
      ],
    },
  }
}

const notKnown = (what: 'visits' | 'money' | 'hours', { t }: Wording): Sentence => ({
  text: t(`story.unknown.${what}`),
  figures: [{ label: t(`story.figure.${what}`), text: t('story.notKnown') }],
  drawing: undefined,
})
