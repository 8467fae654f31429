import { readdir } from 'node:fs/promises'
import type { Fault } from './faults.ts'
import { type CityFile, readCity } from './read-city.ts'
import { type ConceptFile, type ConceptTranslation, readConcept, readTranslation } from './read-concept.ts'
import { type District, readDistricts } from './read-districts.ts'
import { faultIn, readText } from './read-file.ts'
import { type Film, filmFiles, readFilm } from './read-film.ts'
import { type Json, readJson } from './read-json.ts'
import { type Columns, readTable, suggestion, type TableShape } from './read-table.ts'
import type { TableOf } from './tables.ts'
import * as shapes from './tables.ts'

/** The files of a pack, in the order in which faults are told. */
export const packFiles = [
  ...['city.json', 'districts.geojson', 'district-aliases.csv', 'district-indicators.csv', 'providers.csv'],
  ...['centres.csv', 'opening-hours.csv', 'rooms.csv', 'things.csv', 'quarters.csv', 'school-holidays.csv'],
  'due.csv',
  ...['offers.csv', 'dates.csv'],
  ...['fiscal-years.csv', 'budget.csv', 'decisions.csv', 'decision-stations.csv', 'decision-votes.csv'],
  'concept.md',
  ...Object.values(filmFiles),
]

/** What stands in a pack. A table that is undefined has no file: what the city already has of it stays. */
export type Pack = {
  city: CityFile | undefined
  languages: readonly string[]
  districts: District[]
  /** Codes of all districts, of those with faults too. */
  codes: Set<string>
  aliases: TableOf<typeof shapes.districtAliases> | undefined
  indicators: TableOf<typeof shapes.districtIndicators> | undefined
  providers: TableOf<typeof shapes.providers> | undefined
  centres: TableOf<typeof shapes.centres> | undefined
  openingHours: TableOf<typeof shapes.openingHours> | undefined
  rooms: TableOf<typeof shapes.rooms> | undefined
  things: TableOf<typeof shapes.things> | undefined
  quarters: TableOf<typeof shapes.quarters> | undefined
  schoolHolidays: TableOf<typeof shapes.schoolHolidays> | undefined
  due: TableOf<typeof shapes.due> | undefined
  offers: TableOf<typeof shapes.offers> | undefined
  dates: TableOf<typeof shapes.dates> | undefined
  fiscalYears: TableOf<typeof shapes.fiscalYears> | undefined
  budget: TableOf<typeof shapes.budgetAmounts> | undefined
  decisions: TableOf<typeof shapes.decisions> | undefined
  stations: TableOf<typeof shapes.decisionStations> | undefined
  votes: TableOf<typeof shapes.decisionVotes> | undefined
  concept: ConceptFile | undefined
  conceptTranslations: ConceptTranslation[]
  film: Film | undefined
}

/** Reads all files of a folder and notes every fault that shows in one file alone. */
export const readPack = async (folder: string, faults: Fault[]): Promise<Pack | undefined> => {
  const names = await readdir(folder).catch(() => undefined)
  if (!names) {
    faults.push(faultIn(folder, 'missing-folder'))
    return undefined
  }
  faults.push(...strangers(names))
  const text = (file: string, isNeeded = false) => textOf(folder, file, isNeeded, faults)
  const json = async (file: string): Promise<Json | undefined> => {
    const source = await text(file, true)
    return source === undefined ? undefined : readJson(file, source, faults)
  }

  const cityJson = await json('city.json')
  const city = cityJson && (await readCity(cityJson, faults))
  const languages = city?.languages ?? languagesOf(cityJson?.value)
  const map = await json('districts.geojson')
  const table = async <Given extends Columns, Localised extends string>(
    shape: TableShape<Given, Localised>,
    isNeeded = false,
  ) => {
    const source = await text(shape.file, isNeeded)
    return source === undefined ? undefined : readTable(source, shape, languages, faults)
  }

  const offers = await table(shapes.offers)
  const [budget, stations, votes] = [
    await table(shapes.budgetAmounts),
    await table(shapes.decisionStations),
    await table(shapes.decisionVotes),
  ]
  const decisions = await table(shapes.decisions, stations !== undefined || votes !== undefined)
  return {
    ...{
      city,
      languages: languages ?? [],
      ...(map ? readDistricts(map, faults) : { districts: [], codes: new Set<string>() }),
    },
    aliases: await table(shapes.districtAliases),
    indicators: await table(shapes.districtIndicators),
    providers: await table(shapes.providers, true),
    centres: await table(shapes.centres, true),
    openingHours: await table(shapes.openingHours),
    rooms: await table(shapes.rooms),
    things: await table(shapes.things),
    quarters: await table(shapes.quarters),
    schoolHolidays: await table(shapes.schoolHolidays),
    due: await table(shapes.due),
    offers,
    dates: await table(shapes.dates, offers !== undefined),
    fiscalYears: await table(shapes.fiscalYears, budget !== undefined || decisions !== undefined),
    ...{ budget, decisions, stations, votes },
    ...(await conceptOf(text, languages ?? [], faults)),
    film: await readFilm(folder, faults),
  }
}

type Reading = (file: string) => Promise<string | undefined>

/** The concept in the city's first language, and what of it is translated. */
const conceptOf = async (text: Reading, [, ...others]: readonly string[], faults: Fault[]) => {
  const source = await text('concept.md')
  const conceptTranslations: ConceptTranslation[] = []
  for (const language of others) {
    const file = `concept.${language}.md`
    const translated = await text(file)
    const translation =
      translated === undefined ? undefined : readTranslation({ file, language }, translated, faults)
    if (translation) conceptTranslations.push(translation)
  }
  const concept = source === undefined ? undefined : readConcept('concept.md', source, faults)
  return { concept, conceptTranslations }
}

const textOf = async (folder: string, file: string, isNeeded: boolean, faults: Fault[]) => {
  const text = await readText(folder, file)
  if (typeof text === 'string') return text
  if (text) faults.push(text)
  else if (isNeeded) faults.push(faultIn(file, 'missing-file'))
  return undefined
}

/** A file whose name was mistyped would silently be left out. */
const strangers = (names: string[]): Fault[] =>
  names
    .filter(
      name =>
        /\.(csv|json|geojson|xlsx?|ods|mp4|mov|webm|vtt)$|^con[a-z]*\.md$/i.test(name) &&
        !packFiles.includes(name),
    )
    .map(name => faultIn(name, 'unknown-file', suggestion(name, packFiles)))

/** Also when something else in city.json is wrong, the tables should be read in its languages. */
const languagesOf = (city: unknown): string[] | undefined => {
  const languages =
    typeof city === 'object' && city !== null && 'languages' in city ? city.languages : undefined
  return Array.isArray(languages) && languages.length > 0 ? languages.map(String) : undefined
}
