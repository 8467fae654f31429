import type { Context } from '../../identity/index.ts'
import { derivedId } from '../../platform/derived-id.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import {
  agesInWords,
  type Entry,
  hoursInWords,
  joiningOf,
  priceInWords,
  paths as programmePaths,
} from '../../programme/index.ts'
import type { PublishedCentre } from '../store/centres.ts'
import type { OfferWords } from '../store/offer-words.ts'
import type { Area, ServiceDate, ServiceRow } from '../store/services.ts'
import { byday, locationOf, organizationOf, phonesOf } from './places.ts'
import { type Rule, type Run, runsOf } from './schedules.ts'
import { termId, termsIn } from './taxonomies.ts'

/** All that is known of one offer. */
export type Known = {
  row: ServiceRow
  entry: Entry
  words: OfferWords
  centre: PublishedCentre
  /** The centres of its provider. */
  siblings: readonly PublishedCentre[]
  dates: readonly ServiceDate[]
  areas: readonly Area[]
}

type Asked = { context: Context; wording: Wording; origin: string }

/** An offer as a service with what is one to one, as lists have it. */
export const serviceOf = (known: Known, asked: Asked) => ({
  ...ownFacts(known, asked),
  organization: organizationOf(known.siblings, asked),
})

/** The same with everything around it. */
export const fullServiceOf = (known: Known, asked: Asked) => ({
  ...ownFacts(known, asked),
  organization: organizationOf(known.siblings, asked),
  ...around(known, asked),
  service_at_locations: [atLocation(known, asked)],
})

/** An offer at its centre; each is held at one centre, so both have the same id. */
export const serviceAtLocationOf = (known: Known, asked: Asked) => ({
  id: known.row.id,
  location: { ...locationOf(known.centre, asked), ...noArrays },
  service: serviceOf(known, asked),
})

export const fullServiceAtLocationOf = (known: Known, asked: Asked) => ({
  ...atLocation(known, asked),
  service: { ...serviceOf(known, asked), ...around(known, asked) },
})

const noArrays = { addresses: undefined, phones: undefined, accessibility: undefined, schedules: undefined }

const ownFacts = ({ row, entry, words, centre, dates }: Known, { wording, context, origin }: Asked) => {
  const { t, language } = wording
  const { from, until } = entry.ages
  const off = dates.find(({ isCancelled }) => isCancelled)
  return {
    id: row.id,
    name: entry.title.text,
    description: [entry.summary, words.body].filter(Boolean).join('\n\n') || undefined,
    url: origin + programmePaths.offer(language, entry.slug),
    email: centre.email || undefined,
    status: 'active' as const,
    interpretation_services: t('openData.hsds.spoken', {
      languages: wording.list(entry.languages.map(code => nameOfLanguage(code, language))),
    }),
    application_process: t(`openData.hsds.join.${entry.registration}`),
    fees_description: priceInWords(entry, wording),
    eligibility_description: wording.joined([
      t(`programme.audience.${entry.audience}`),
      entry.isFromPregnancy && t('programme.age.fromPregnancy'),
      agesInWords(entry.ages, wording),
    ]),
    minimum_age: from === null ? undefined : years(from),
    maximum_age: until === null ? undefined : years(until),
    alert: off && t('openData.hsds.off', { day: wording.day(off.heldOn) }),
    assured_date: row.checkedOn?.toString(),
    last_modified: row.changedAt.toString({ fractionalSecondDigits: 3 }),
    capacities: capacitiesOf(entry, row, context, wording),
    additional_urls: [
      {
        id: derivedId('url', row.id),
        label: centre.name,
        url: `${origin}/${language}/centres/${centre.slug}`,
      },
    ],
  }
}

const around = ({ row, entry, centre, dates, areas }: Known, asked: Asked) => ({
  phones: phonesOf(centre),
  schedules: schedulesOf({ row, entry, dates }, asked),
  service_areas: areas.map(({ districtCode, name }) => ({
    id: derivedId('area', row.id, districtCode, name),
    service_id: row.id,
    name,
    extent: districtCode,
    extent_type: 'text',
  })),
  languages: entry.languages.map(code => ({
    id: derivedId('language', row.id, code),
    service_id: row.id,
    name: nameOfLanguage(code, asked.wording.language),
    code,
  })),
  cost_options: [
    {
      id: derivedId('cost', row.id),
      service_id: row.id,
      currency: 'EUR',
      amount: entry.priceCents / 100,
      amount_description: priceInWords(entry, asked.wording),
    },
  ],
  attributes: attributesOf(entry, asked.wording),
})

const atLocation = (known: Known, asked: Asked) => ({
  id: known.row.id,
  service_id: known.row.id,
  location_id: known.centre.id,
  description: known.entry.place || undefined,
  location: locationOf(known.centre, asked),
})

/** Free places only as far as pages say them: the last three by number, or that there are none. */
const capacitiesOf = (
  { registration, intake }: Entry,
  { id, changedAt }: ServiceRow,
  { now }: Context,
  { t }: Wording,
) => {
  const joining = joiningOf(registration, intake, now)
  if (joining.joining !== 'few' && joining.joining !== 'waiting') return []
  return [
    {
      id: derivedId('capacity', id),
      service_id: id,
      unit: { id: derivedId('unit', 'place'), name: t('openData.hsds.place') },
      available: joining.joining === 'few' ? joining.places : 0,
      updated: changedAt.toString({ fractionalSecondDigits: 3 }),
    },
  ]
}

const schedulesOf = ({ row, entry, dates }: Pick<Known, 'row' | 'entry' | 'dates'>, asked: Asked) => {
  const { timeZone } = asked.context.city
  const slots = dates.flatMap(({ isCancelled, startsAt, ...date }) =>
    isCancelled ? [] : [{ ...date, offset: startsAt.toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9 }],
  )
  return runsOf(slots).map(run => scheduleOf(run, row.id, entry, asked))
}

const scheduleOf = (run: Run, serviceId: string, entry: Entry, { wording, origin }: Asked) => ({
  id: derivedId('schedule', serviceId, `${run.first}`, `${run.starts}`, run.place),
  service_id: serviceId,
  valid_from: run.first.toString(),
  valid_to: run.last.toString(),
  dtstart: run.first.toString(),
  until: run.last.toString(),
  count: run.count,
  timezone: run.offset / 60,
  ...(run.rule && recurrence(run.rule, byday[run.first.dayOfWeek - 1] ?? 'MO')),
  opens_at: withOffset(run.starts, run.offset),
  closes_at: run.ends ? withOffset(run.ends, run.offset) : undefined,
  description: wording.joined([wording.weekday(run.first.dayOfWeek), hoursInWords(run, wording)]),
  attending_type: wording.t(`programme.way.${entry.way}`),
  schedule_link: origin + programmePaths.offer(wording.language, entry.slug),
  notes: run.place || undefined,
})

const recurrence = (rule: Rule, day: string) =>
  rule.freq === 'WEEKLY'
    ? { freq: rule.freq, interval: rule.interval, byday: day, wkst: 'MO' as const }
    : { freq: rule.freq, interval: 1, byday: `${rule.nth}${day}` }

const attributesOf = ({ offerId, kind, topics }: Entry, wording: Wording) => {
  const ids = [termId('kind', kind), ...topics.map(topic => termId('topic', topic))]
  return termsIn(wording)
    .filter(({ id }) => ids.includes(id))
    .map(term => ({
      ...{ id: derivedId('attribute', offerId, term.id), link_id: offerId, link_entity: 'service' },
      ...{ taxonomy_term_id: term.id, value: term.code, taxonomy_term: term },
    }))
}

/** 09:30+01:00: local, with the offset of these dates. */
const withOffset = (time: Temporal.PlainTime, minutes: number) => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return `${time.toString({ smallestUnit: 'minute' })}${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}

const years = (months: number) => Math.round((months / 12) * 100) / 100
