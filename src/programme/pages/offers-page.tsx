import type { Child } from 'hono/jsx'
import {
  Chips,
  EmptyState,
  LinkButton,
  Pagination,
  SearchForm,
  Section,
  Stack,
  TimeCards,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { OfferChange } from '../announced.ts'
import type { Entry } from '../entry.ts'
import { type Filters, without } from '../filters.ts'
import { paths } from '../paths.ts'
import type { WayOut } from '../ways-out.ts'
import { EntryCard } from './entry-card.tsx'
import { FilterForm } from './filter-form.tsx'
import { type FilterChoices, filterInWords } from './filter-words.ts'
import { ToCalendar } from './shortcuts.tsx'

export type OffersPageProps = {
  wording: Wording
  now: Temporal.Instant
  today: Temporal.PlainDate
  changes: ReadonlyMap<string, OfferChange[]>
  filters: Filters
  choices: FilterChoices
  entries: Entry[]
  count: number
  /** Of a search: the offers that have not all of the words, or are only about what was meant. */
  alsoFitting: ReadonlySet<string>
  page: number
  pages: number
  /** Where nothing was found: what to take away. */
  waysOut: readonly WayOut[]
  /** What leads further than the list, for the kind that was chosen. */
  shortcut?: Child
}

/** What there is, by what a family has chosen; the whole choice stands in the address. */
export const OffersPage = (props: OffersPageProps) => {
  const { wording, filters, choices, count, entries } = props
  const { t, language } = wording
  return (
    <Stack gap="large">
      <h1>{t('programme.offers.title')}</h1>
      <SearchForm
        action={paths.offers(language)}
        label={t('programme.search.label')}
        button={t('programme.search.button')}
        placeholder={t('programme.search.placeholder')}
        value={filters.q}
        carry={without(filters, 'q') as Record<string, string>}
      />
      <Stack>
        <FilterForm wording={wording} filters={filters} choices={choices} />
        <ChosenFilters {...props} />
        {count > 0 && (
          <p role="status">
            <b>{t(filters.day ? 'programme.offers.dates' : 'programme.offers.count', { count })}</b>
          </p>
        )}
      </Stack>
      {props.shortcut}
      {entries.length > 0 ? <Results {...props} /> : <NothingFound {...props} />}
      {entries.length > 0 && <ToCalendar about={{ filters }} wording={wording} />}
    </Stack>
  )
}

const ChosenFilters = ({ filters, choices, wording }: OffersPageProps) => {
  const { t, language } = wording
  const names = Object.keys(filters) as (keyof Filters)[]
  if (names.length === 0) return null
  const chips = names.map(name => {
    const filter = filterInWords(name, filters, choices, wording)
    return {
      label: (
        <>
          {filter}
          <span aria-hidden="true"> ×</span>
          <span class="kern-sr-only"> {t('programme.offers.remove', { filter: '' })}</span>
        </>
      ),
      href: paths.offers(language, without(filters, name)),
    }
  })
  const clear = { label: t('programme.offers.clear'), href: paths.offers(language) }
  return <Chips label={t('programme.offers.chosen')} chips={names.length > 1 ? [...chips, clear] : chips} />
}

/** By day; with a search, what fits best comes first, and each card says its day. */
const Results = (props: OffersPageProps) => {
  const { wording, entries, filters, page, pages } = props
  const { t, language } = wording
  const pageLink = (to: number, label: string) => ({ href: paths.offers(language, filters, to), label })
  return (
    <>
      {filters.q ? (
        <Answers {...props} />
      ) : (
        [...Map.groupBy(entries, ({ session }) => session?.heldOn.toString() ?? '')].map(([day, onDay]) => (
          <Section title={dayHeading(day, props)}>
            <TimeCards>
              {onDay.map(entry => (
                <EntryCard {...props} entry={entry} />
              ))}
            </TimeCards>
          </Section>
        ))
      )}
      {pages > 1 && (
        <Pagination
          label={t('programme.offers.pages')}
          position={t('programme.offers.position', { page, pages })}
          previous={page > 1 ? pageLink(page - 1, t('programme.offers.previous')) : undefined}
          next={page < pages ? pageLink(page + 1, t('programme.offers.next')) : undefined}
        />
      )}
    </>
  )
}

/** What fits first; below a heading of its own, what fits in part. */
const Answers = (props: OffersPageProps) => {
  const { t } = props.wording
  const [fitting, inPart] = [false, true].map(wanted => {
    const those = props.entries.filter(({ offerId }) => props.alsoFitting.has(offerId) === wanted)
    return (
      those.length > 0 && (
        <TimeCards>
          {those.map(entry => (
            <EntryCard {...props} entry={entry} withDay />
          ))}
        </TimeCards>
      )
    )
  })
  return (
    <>
      {fitting && (
        <section>
          <h2 class="kern-sr-only">{t('programme.offers.results')}</h2>
          {fitting}
        </section>
      )}
      {inPart && <Section title={t('programme.offers.alsoFitting')}>{inPart}</Section>}
    </>
  )
}

export const dayHeading = (
  day: string,
  { today, wording }: { today: Temporal.PlainDate; wording: Wording },
): string => {
  if (!day) return wording.t('programme.offers.undated')
  const date = Temporal.PlainDate.from(day)
  const said = wording.day(date)
  if (date.equals(today)) return wording.t('programme.offers.today', { day: said })
  return date.equals(today.add({ days: 1 })) ? wording.t('programme.offers.tomorrow', { day: said }) : said
}

/** Says what to take away: only what then finds something, and how much. */
const NothingFound = ({ filters, choices, wording, waysOut }: OffersPageProps) => {
  const { t, language } = wording
  return (
    <EmptyState
      title={t('programme.offers.empty.title')}
      actions={
        <>
          {waysOut.map(({ name, count }) => (
            <LinkButton href={paths.offers(language, without(filters, name))}>
              {t(name === 'q' ? 'programme.offers.empty.withoutSearch' : 'programme.offers.empty.without', {
                filter: filterInWords(name, filters, choices, wording),
                number: wording.number(count),
              })}
            </LinkButton>
          ))}
          <LinkButton href={paths.offers(language)}>{t('programme.offers.empty.all')}</LinkButton>
          <LinkButton href={`/${language}/centres`} kind="quiet">
            {t('programme.offers.empty.centres')}
          </LinkButton>
        </>
      }
    >
      {filters.q
        ? t('programme.offers.empty.bodySearch', { q: filters.q })
        : t('programme.offers.empty.body')}
    </EmptyState>
  )
}
