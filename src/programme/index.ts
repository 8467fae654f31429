export { type AnnouncedFacts, differencesOf } from './announced.ts'
export type { Entry, OfferDetails, SeriesFacts } from './entry.ts'
export {
  canonicalAddress,
  days,
  type Filters,
  lastingFilters,
  partsOfDay,
  readFilters,
} from './filters.ts'
export { listDates, listOffers } from './list-for-programs.ts'
export {
  agesInWords,
  hoursInWords,
  InLanguage,
  Languages,
  priceInSentences,
  priceInWords,
} from './pages/facts.tsx'
export { type FilterChoices, filterInWords } from './pages/filter-words.ts'
export { ownWaysInWords } from './pages/own-ways.ts'
export { DayPicture, EntryPicture } from './pages/pictures.tsx'
export { Recorded } from './pages/recorded.tsx'
export { seriesInWords } from './pages/series-words.ts'
export { type About, type NewsForm, paths } from './paths.ts'
export { joiningOf } from './places.ts'
export { readSearch } from './read-search.ts'
export { programmeRoutes } from './routes.tsx'
export { search } from './search.ts'
export { spokenLanguages } from './spoken-languages.ts'
export { type DatedEntry, findDated, findDatedSession } from './store/dated-entries.ts'
export { findDatesOf, findSession, findSessions } from './store/entries.ts'
export { findOffer, findSeriesOf } from './store/offer-details.ts'
export { offersIn } from './store/search.ts'
export { tellFreshness } from './tell-freshness.ts'
export {
  audiences,
  type Ease,
  eases,
  type Format,
  formats,
  type Kind,
  kinds,
  topics,
  type Way,
  ways,
} from './vocabulary.ts'
export { type DayOfWeek, weekOf } from './week.ts'
