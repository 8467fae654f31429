import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../src/platform/config.ts'

/**
 * Words for the titles of offers: what it is, and for whom or when, in each of the languages a city might offer.
 * German stands first and every offer has it.
 */
export const titles: Record<string, { what: string[]; rest: string[] }> = {
  de: {
    what: [
      'Krabbelgruppe',
      'Spielkreis',
      'Vorlesestunde',
      'Müttercafé',
      'Väterwerkstatt',
      'Schwangerschaftsberatung',
    ],
    rest: [
      'am Vormittag',
      'für Geschwister',
      'im Stadtteil',
      'mit Frühstück',
      'auf der Straße',
      'für Großeltern',
    ],
  },
  en: {
    what: ['Toddler group', 'Story hour', 'Parents café'],
    rest: ['in the morning', 'for siblings', 'with breakfast'],
  },
  ar: {
    what: ['مجموعة الأطفال', 'ساعة القراءة', 'مقهى الأمهات'],
    rest: ['في الصباح', 'للإخوة', 'مع الفطور'],
  },
  tr: {
    what: ['Bebek grubu', 'Masal saati', 'Anne kahvesi'],
    rest: ['sabahları', 'kardeşler için', 'kahvaltılı'],
  },
  uk: {
    what: ['Дитяча група', 'Година казки', 'Кафе для мам'],
    rest: ['вранці', 'для братів і сестер', 'зі сніданком'],
  },
  ru: {
    what: ['Детская группа', 'Час сказки', 'Кафе для мам'],
    rest: ['утром', 'для братьев и сестёр', 'с завтраком'],
  },
  pl: {
    what: ['Grupa maluchów', 'Godzina bajek', 'Kawiarnia mam'],
    rest: ['rano', 'dla rodzeństwa', 'ze śniadaniem'],
  },
  ro: {
    what: ['Grup de bebeluși', 'Ora poveștilor', 'Cafeneaua mamelor'],
    rest: ['dimineața', 'pentru frați', 'cu mic dejun'],
  },
  bg: {
    what: ['Бебешка група', 'Час за приказки', 'Кафе за майки'],
    rest: ['сутрин', 'за братя и сестри', 'със закуска'],
  },
  fa: {
    what: ['گروه کودکان', 'ساعت قصه', 'کافه مادران'],
    rest: ['صبح‌ها', 'برای خواهر و برادر', 'با صبحانه'],
  },
  ti: { what: ['ጉጅለ ህጻናት', 'ሰዓት ዛንታ', 'ካፈ ኣደታት'], rest: ['ንግሆ', 'ንኣሕዋት', 'ምስ ቁርሲ'] },
  fr: {
    what: ['Groupe de bébés', 'Heure du conte', 'Café des mamans'],
    rest: ['le matin', 'pour la fratrie', 'avec petit-déjeuner'],
  },
  es: {
    what: ['Grupo de bebés', 'Hora del cuento', 'Café de madres'],
    rest: ['por la mañana', 'para hermanos', 'con desayuno'],
  },
}

const languages = Object.keys(titles)
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR']
const topics = ['baby', 'play', 'reading', 'meeting', 'fathers', 'pregnancy', 'food', 'nature']

/**
 * A city pack like Wiesbaden's, with many offers: two fifths on a single day, two fifths courses of eight weeks, one
 * fifth weekly without an end; a third needs registration. Each speaks German and two more of thirteen languages.
 */
export async function writeLargePack(folder: string, count: number) {
  const from = join(projectFolder, 'cities', 'wiesbaden')
  await cp(from, folder, { recursive: true })
  const city = JSON.parse(await readFile(join(folder, 'city.json'), 'utf8'))
  for (const text of ['name', 'place', 'imprint'])
    city[text] = Object.fromEntries(
      languages.map(language => [language, city[text][language] ?? city[text].de]),
    )
  await writeFile(join(folder, 'city.json'), JSON.stringify({ ...city, languages }))

  const centres = (await readFile(join(from, 'centres.csv'), 'utf8')).split('\n').slice(1).filter(Boolean)
  const ids = centres.map(line => line.split(';')[0] ?? '')
  const numbers = Array.from({ length: count }, (_, index) => index)
  const today = Temporal.Now.plainDateISO()
  await writeFile(
    join(folder, 'offers.csv'),
    [offerColumns.join(';'), ...numbers.map(index => offerLine(index, ids))].join('\n'),
  )
  await writeFile(
    join(folder, 'dates.csv'),
    [dateColumns.join(';'), ...numbers.map(index => dateLine(index, today))].join('\n'),
  )
}

const offerColumns = [
  ...[
    'id',
    'centre',
    'kind',
    'format',
    'way',
    'topics',
    'age_from',
    'age_until',
    'from_pregnancy',
    'languages',
  ],
  ...['audience', 'price_cents', 'price_per', 'registration', 'counts', 'places', 'baby_places', 'bookable'],
  ...['registration_opens', 'registration_closes', 'step_free', 'place', 'leader'],
  ...languages.flatMap(language => [`title_${language}`, `summary_${language}`, `body_${language}`]),
]

function offerLine(index: number, centres: string[]) {
  const isBooked = index % 3 === 0
  const format = index % 5 < 2 ? 'event' : index % 5 < 4 ? 'course' : 'drop-in'
  const spoken = [1 + (index % 12), 1 + ((index * 7 + 5) % 12)].map(place => languages[place] ?? 'en')
  const texts = languages.flatMap(language =>
    language === 'de' || spoken.includes(language) ? textsIn(language, index) : ['', '', ''],
  )
  return [
    ...[`angebot-${index}`, centres[index % centres.length], 'encounter', format, 'on-site'],
    ...[`${topics[index % 8]},${topics[(index + 3) % 8]}`, index % 24, 24 + (index % 48), 'no'],
    ...[['de', ...new Set(spoken)].join(','), 'everyone', '0', ''],
    ...(isBooked
      ? ['required', 'child', '12', '', format === 'course' ? 'course' : 'session']
      : ['none', '', '', '', '']),
    ...['', '', index % 2 ? 'yes' : 'no', 'Gruppenraum', '', ...texts],
  ].join(';')
}

function textsIn(language: string, index: number) {
  const { what = [], rest = [] } = titles[language] ?? {}
  const title = `${what[index % what.length]} ${rest[(index >> 3) % rest.length]}`
  return [`${title} ${index}`, title, `${title}. ${what.join(', ')}.`]
}

const dateColumns = [
  ...['offer', 'rule', 'weekday', 'nth', 'starts', 'ends', 'first', 'last', 'units', 'skip_school_holidays'],
  ...['skip_public_holidays', 'except', 'dates'],
]

function dateLine(index: number, today: Temporal.PlainDate) {
  const starts = `${String(8 + (index % 10)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`
  const ends = `${String(9 + (index % 10)).padStart(2, '0')}:${index % 2 ? '45' : '30'}`
  const first = today.add({ days: index % 60 })
  const weekly = ['weekly', weekdays[index % 5], '', starts, ends, first, '']
  const kinds = [
    ['dates', '', '', starts, ends, first, '', '', 'no', 'no', '', first],
    [...weekly, 8, 'no', 'yes', '', ''],
    [...weekly, '', 'yes', 'yes', '', ''],
  ]
  const kind = index % 5 < 2 ? 0 : index % 5 < 4 ? 1 : 2
  return [`angebot-${index}`, ...(kinds[kind] ?? [])].join(';')
}
