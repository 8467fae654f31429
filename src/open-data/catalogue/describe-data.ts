import type { CityNotice } from '../../centres/index.ts'
import type { City } from '../../identity/index.ts'
import type { Language, Wording } from '../../platform/wording/wording.ts'
import { paths as programmePaths } from '../../programme/index.ts'
import { paths } from '../paths.ts'
import type { CityOpenData } from '../store/city-open-data.ts'
import { type Description, named, type Statements, type Value } from './triples.ts'

type Described = {
  city: City
  office: CityNotice['office']
  openData: CityOpenData
  origin: string
  /** The wording of each language of the city. */
  wordings: readonly Wording[]
}

/**
 * What there is and how to get it, for catalogues of open data: DCAT-AP.de 3.0, as GovData collects it. What the city
 * has not said, such as its licence, is left out rather than guessed.
 */
export const describeData = (described: Described): Description => {
  const { city, origin, openData, wordings } = described
  const at = (path: string) => origin + path
  const iris = {
    catalogue: at(`${paths.catalogue}#catalogue`),
    programme: at(`${paths.catalogue}#programme`),
    service: at(`${paths.catalogue}#service`),
  }
  const language = city.languages[0] ?? 'de'
  const inAll = (say: (wording: Wording) => string): Value[] =>
    wordings.map(wording => ({ text: say(wording), language: wording.language }))
  const common: Statements = {
    'dct:publisher': publisherOf(described),
    'dct:language': codesOf(city.languages).map(code => ({ iri: `${authority}language/${code}` })),
    'dct:spatial': placeOf(described),
  }
  const ways = distributionsOf(described, language)
  return {
    [iris.catalogue]: {
      'rdf:type': named('dcat:Catalog'),
      'dct:title': inAll(({ t }) => t('openData.catalogue.title', { place: placeIn(city, language) })),
      'dct:description': inAll(({ t }) => t('openData.page.lead')),
      'foaf:homepage': { iri: at(paths.page(language)) },
      ...common,
      'dcat:dataset': { iri: iris.programme },
      'dcat:service': { iri: iris.service },
    },
    [iris.programme]: {
      'rdf:type': named('dcat:Dataset'),
      'dct:title': inAll(({ t }) => t('openData.catalogue.programme')),
      'dct:description': inAll(({ t }) => t('openData.catalogue.programmeBody')),
      'dct:identifier': { text: iris.programme },
      ...common,
      'dcat:contactPoint': contactOf(described),
      'dcat:theme': ['SOCI', 'EDUC'].map(theme => ({ iri: `${authority}data-theme/${theme}` })),
      'dct:accrualPeriodicity': { iri: `${authority}frequency/CONT` },
      'dct:accessRights': { iri: `${authority}access-right/PUBLIC` },
      'dcat:landingPage': { iri: at(paths.page(language)) },
      'dcat:keyword': inAll(({ t }) => t('openData.catalogue.keyword')),
      'dcat:distribution': ways.map(({ iri }) => ({ iri })),
    },
    ...Object.fromEntries(ways.map(({ iri, said }) => [iri, said])),
    [iris.service]: {
      'rdf:type': named('dcat:DataService'),
      'dct:title': inAll(({ t }) => t('openData.page.api')),
      'dcat:endpointURL': { iri: at(paths.api()) },
      'dcat:endpointDescription': { iri: at(paths.api('/openapi.json')) },
      'dcat:servesDataset': { iri: iris.programme },
      ...(openData.licence && { 'dct:license': { iri: licenceOf(openData.licence) } }),
    },
  }
}

const authority = 'http://publications.europa.eu/resource/authority/'
const political = 'http://dcat-ap.de/def/politicalGeocoding/'

/** As the European Union's list of languages calls them; Leichte Sprache counts there as German. */
const codesOf = (languages: readonly string[]) => [
  ...new Set(languages.flatMap(language => languageCodes[language] ?? [])),
]
const languageCodes: Partial<Record<string, string>> = {
  ...{
    de: 'DEU',
    'de-simple': 'DEU',
    en: 'ENG',
    tr: 'TUR',
    ar: 'ARA',
    uk: 'UKR',
    ru: 'RUS',
    pl: 'POL',
    ro: 'RON',
  },
  ...{ bg: 'BUL', fa: 'FAS', ti: 'TIR', fr: 'FRA' },
}

const licenceOf = (licence: string) => `http://dcat-ap.de/def/licenses/${licence}`

/** The forms in which the one data set can be had. */
const distributionsOf = ({ origin, openData, wordings }: Described, language: Language) =>
  (
    [
      ['api', paths.api('/sessions'), 'application/json', 'JSON'],
      ['hsds', `${paths.hsds(language)}/services?full=true`, 'application/json', 'JSON'],
      ['table', paths.api('/offers.csv'), 'text/csv', 'CSV'],
      ['icalendar', programmePaths.calendar(language, { filters: {} }), 'text/calendar', 'ICS'],
      ['atom', programmePaths.news(language, { filters: {} }, 'atom'), 'application/atom+xml', 'ATOM'],
    ] as const
  ).map(([name, path, mediaType, format]) => ({
    iri: `${origin}${paths.catalogue}#${name}`,
    said: {
      'rdf:type': named('dcat:Distribution'),
      'dct:title': wordings.map(({ t, language }) => ({ text: t(`openData.catalogue.${name}`), language })),
      'dcat:accessURL': { iri: origin + path },
      'dct:format': { iri: `${authority}file-type/${format}` },
      'dcat:mediaType': { iri: `https://www.iana.org/assignments/media-types/${mediaType}` },
      ...(openData.licence && { 'dct:license': { iri: licenceOf(openData.licence) } }),
    } satisfies Statements,
  }))

/** The city itself, by the office that answers for the network. */
const publisherOf = ({ office, city }: Described): Value => ({
  blank: {
    'rdf:type': named('foaf:Organization'),
    'foaf:name': { text: office.name || placeIn(city, 'de') },
    ...(office.email && { 'foaf:mbox': { iri: `mailto:${office.email}` } }),
  },
})

const contactOf = ({ office, city }: Described): Value => ({
  blank: {
    'rdf:type': named('vcard:Organization'),
    'vcard:fn': { text: office.name || placeIn(city, 'de') },
    ...(office.email && { 'vcard:hasEmail': { iri: `mailto:${office.email}` } }),
    ...(office.phone && { 'vcard:hasTelephone': { iri: `tel:${office.phone.replace(/[^+\d]/g, '')}` } }),
  },
})

/** By the official key, where the pack says it; its first two figures are those of the state. */
const placeOf = ({ openData: { municipalityKey } }: Described): Value | undefined =>
  municipalityKey
    ? {
        blank: {
          'rdf:type': named('dct:Location'),
          'dcatde:politicalGeocodingURI': { iri: `${political}municipalityKey/${municipalityKey}` },
          'dcatde:politicalGeocodingLevelURI': { iri: `${political}Level/municipality` },
        },
      }
    : undefined

const placeIn = ({ names, slug }: City, language: string) =>
  names[language]?.place ?? Object.values(names)[0]?.place ?? slug
