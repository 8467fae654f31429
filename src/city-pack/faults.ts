/** What can be wrong in a city pack. Each has its two sentences in messages/staff, under cityPack.faults. */
export const faultCodes = [
  // Files
  ...([
    'missing-folder',
    'missing-file',
    'empty-file',
    'too-large',
    'binary',
    'utf-16',
    'not-utf-8',
  ] as const),
  ...(['broken-json', 'broken-quotes', 'unknown-file'] as const),
  // Tables
  ...([
    'missing-column',
    'unknown-column',
    'repeated-column',
    'other-language',
    'too-many-cells',
    'duplicate-id',
  ] as const),
  // Cells
  ...([
    'empty-cell',
    'formula',
    'too-long',
    'not-an-id',
    'not-yes-or-no',
    'not-a-number',
    'out-of-range',
  ] as const),
  ...(['not-one-of', 'not-a-date', 'no-such-date', 'not-a-time', 'not-a-weekday', 'not-a-language'] as const),
  ...(['not-a-colour', 'weak-colour', 'not-an-email', 'not-an-address'] as const),
  // city.json and districts.geojson
  ...(['missing-field', 'wrong-field', 'unknown-field', 'unknown-time-zone', 'unknown-state'] as const),
  ...(['not-a-polygon', 'polygon-open', 'polygon-too-small', 'not-a-place'] as const),
  // What does not go together
  ...(['unknown-district', 'unknown-provider', 'unknown-centre', 'unknown-offer', 'unknown-room'] as const),
  ...(['end-before-start', 'time-in-gap', 'ages-reversed', 'price-without-per'] as const),
  ...(['places-without-counts', 'places-without-registration', 'missing-for-rule', 'not-for-rule'] as const),
  ...(['overlapping-hours', 'overlapping-holidays', 'overlapping-facts', 'claimed-twice'] as const),
  ...(['no-dates', 'booked-twice'] as const),
  ...(['not-a-budget', 'other-budget', 'unknown-budget', 'unknown-year', 'unknown-decision'] as const),
  // The framework concept
  ...(['head-missing', 'article-without-id', 'empty-article', 'no-articles'] as const),
  ...(['text-outside-articles', 'unknown-article', 'other-version'] as const),
  // What does not go together with what is already there
  ...(['host-taken', 'made-by-staff', 'centre-moved', 'offer-moved', 'still-needed', 'year-closed'] as const),
  'concept-later',
  // The film
  ...(['not-a-film', 'film-too-large', 'not-captions'] as const),
] as const

export type FaultCode = (typeof faultCodes)[number]
export type About = Record<string, string | number>

/** Where something is wrong: line and column begin with 1, as editors count them. */
export type Fault = { file: string; line: number; column: number; code: FaultCode; about: About }

/** Something that is wrong with one cell or value, found before anybody knows where it stands. */
export class Unfit {
  readonly code: FaultCode
  readonly about: About
  constructor(code: FaultCode, about: About = {}) {
    this.code = code
    this.about = about
  }
}

/** Faults as one reads them: file after file, from top to bottom. */
export const inReadingOrder = (faults: readonly Fault[], files: readonly string[]): Fault[] =>
  [...faults].sort(
    (one, other) =>
      files.indexOf(one.file) - files.indexOf(other.file) ||
      one.file.localeCompare(other.file) ||
      one.line - other.line ||
      one.column - other.column,
  )

const warnings: readonly FaultCode[] = ['booked-twice', 'unknown-file', 'no-dates', 'other-language']

/** A warning is shown, and the import goes on. */
export const isWarning = (fault: Fault) => warnings.includes(fault.code)
