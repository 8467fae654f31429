import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aPack, faultsIn, faultsOf, type PackFiles, swap } from '../../tests/support/small-pack.ts'

test('a pack without faults has none', async () => {
  expect(await faultsIn({})).toEqual([])
})

describe('what a spreadsheet writes is accepted', () => {
  const inTheWayOf = (write: (text: string) => string): PackFiles =>
    Object.fromEntries(tables.map(table => [table, write]))

  test.each<[string, PackFiles]>([
    ['a byte order mark', inTheWayOf(text => `\uFEFF${text}`)],
    ['Windows line ends', inTheWayOf(text => text.replaceAll('\n', '\r\n'))],
    ['commas', { 'providers.csv': text => text.replaceAll(';', ',') }],
    ['tabs', { 'providers.csv': text => text.replaceAll(';', '\t') }],
    [
      'a line break in quotation marks',
      { 'centres.csv': swap('Willkommen.', '"Will""kommen"",\r\nbei uns"') },
    ],
    ['rows of nothing but semicolons', { 'providers.csv': text => `${text};;;;;;;\n\n;;;;;;;\n` }],
    ['columns in another order', { 'district-aliases.csv': 'district;alias\n01;West\n' }],
    ['days as Germans write them', { 'school-holidays.csv': swap('2026-12-23', '23.12.2026') }],
    ['ja and nein', { 'providers.csv': text => text.replaceAll('yes', 'ja') }],
    ['a decimal comma', { 'centres.csv': swap('50.5', '50,5') }],
    ['a phone number that begins with a plus', { 'centres.csv': swap('+49 611 1', '+49611123') }],
    ['a text that begins with a hyphen', { 'offers.csv': swap('Spielen', '- Spielen (mit Tee)') }],
    ['no file for what is not known', { 'quarters.csv': undefined, 'opening-hours.csv': undefined }],
  ])('%s', async (_, changes) => {
    expect(await faultsIn(changes)).toEqual([])
  })
})

describe('a file that cannot be read', () => {
  test.each<[string, PackFiles, string[]]>([
    ['is missing', { 'centres.csv': undefined }, ['centres.csv:1 missing-file ‹›']],
    ['has offers and no dates', { 'dates.csv': undefined }, ['dates.csv:1 missing-file ‹›']],
    ['is empty', { 'providers.csv': '' }, ['providers.csv:1 empty-file ‹›']],
    ['has nothing but blanks', { 'providers.csv': '\uFEFF \r\n' }, ['providers.csv:1 empty-file ‹›']],
    [
      'is Latin-1',
      { 'providers.csv': Buffer.from('id;name\nx;Träger', 'latin1') },
      ['providers.csv:2 not-utf-8 ‹\uFFFDger›'],
    ],
    ['is UTF-16', { 'offers.csv': Buffer.from('\uFEFFid;centre', 'utf16le') }, ['offers.csv:1 utf-16 ‹›']],
    [
      'is UTF-16 without a mark',
      { 'offers.csv': Buffer.from('id;centre', 'utf16le') },
      ['offers.csv:1 utf-16 ‹›'],
    ],
    ['is a spreadsheet', { 'offers.csv': Buffer.from('PK\x03\x04rest') }, ['offers.csv:1 binary ‹›']],
    [
      'holds a null byte',
      { 'offers.csv': Buffer.from('id;centre;kind;format\nx;\0') },
      ['offers.csv:1 binary ‹›'],
    ],
    [
      'has a quotation mark too few',
      { 'providers.csv': swap('Caritas', '"Caritas') },
      ['providers.csv:3 broken-quotes ‹caritas›'],
    ],
    [
      'is broken JSON',
      { 'city.json': swap('"hosts"', 'hosts') },
      ['city.json:5 broken-json ‹hosts: ["kleinst›'],
    ],
    ['ends in the middle', { 'city.json': '{ "id": "klein' }, ['city.json:1 broken-json ‹›']],
  ])('%s', async (_, changes, expected) => {
    expect(await faultsIn(changes)).toEqual(expected)
  })

  test('has 200 MB, and is not even opened', async () => {
    const folder = await aPack()
    await writeFile(join(folder, 'offers.csv'), '')
    await truncate(join(folder, 'offers.csv'), 200 * 1024 ** 2)
    expect(await faultsOf(folder)).toEqual(['offers.csv:1 too-large ‹›'])
  })

  test('lies in a folder that does not exist', async () => {
    expect(await faultsOf('/nowhere/at/all')).toEqual(['/nowhere/at/all:1 missing-folder ‹›'])
  })
})

describe('a table', () => {
  test.each<[string, PackFiles, string[]]>([
    [
      'lacks a column',
      { 'providers.csv': swap(';law', ';') },
      ['providers.csv:1 missing-column ‹id›', 'providers.csv:1 unknown-column ‹›'],
    ],
    [
      'has a mistyped column',
      { 'centres.csv': swap('colour', 'color') },
      ['centres.csv:1 missing-column ‹id›', 'centres.csv:1 unknown-column ‹color› → colour'],
    ],
    [
      'has a column twice',
      { 'district-aliases.csv': swap('alias;district', 'alias;district;alias') },
      ['district-aliases.csv:1 repeated-column ‹alias›'],
    ],
    [
      'has a row with too many cells',
      { 'district-aliases.csv': swap('West;01', 'West;01;Mitte') },
      ['district-aliases.csv:2 too-many-cells ‹Mitte›'],
    ],
    [
      'has an id twice',
      { 'offers.csv': swap('kochen;kiez', 'pekip;kiez') },
      [
        'offers.csv:4 duplicate-id ‹pekip›',
        'dates.csv:4 unknown-offer ‹kochen›',
        'dates.csv:5 unknown-offer ‹kochen›',
      ],
    ],
    [
      'has an id that cannot be in an address',
      {
        'offers.csv': text => text.replaceAll('pekip', 'PEKiP!'),
        'dates.csv': text => text.replaceAll('pekip', 'PEKiP!'),
      },
      ['offers.csv:3 not-an-id ‹PEKiP!›'],
    ],
    [
      'has a text in a language the city lacks',
      { 'offers.csv': swap('title_en', 'title_tr') },
      ['offers.csv:1 other-language ‹title_tr›'],
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faultsIn(changes)).toEqual(expected)
  })
})

describe('a cell', () => {
  test.each<[string, PackFiles, string]>([
    ['is empty', { 'providers.csv': swap('awo;AWO', 'awo;') }, 'providers.csv:2 empty-cell ‹›'],
    ['is no topic', { 'offers.csv': swap(';food;', ';football;') }, 'offers.csv:4 not-one-of ‹football›'],
    [
      'lies behind a line break in quotation marks',
      { 'centres.csv': text => swap('#7a2f5f;no', '#7a2f5f;vielleicht')(swap('Hof 1', '"Hof\n1"')(text)) },
      'centres.csv:3 not-yes-or-no ‹vielleicht›',
    ],
    ['is a sum', { 'offers.csv': swap(';6000;', ';=SUM(A1:A3);') }, 'offers.csv:3 formula ‹=SUM(A1:A3)›'],
    ['is a call with @', { 'centres.csv': swap('Hof 1', '@SUM(1+1)') }, 'centres.csv:2 formula ‹@SUM(1+1)›'],
    [
      'is a call with +',
      { 'centres.csv': swap('Hof 1', "+cmd|' /C calc'!A0") },
      "centres.csv:2 formula ‹+cmd|' /C calc'!›",
    ],
    [
      'is a call with -',
      { 'centres.csv': swap('Hof 1', '-HYPERLINK(A1)') },
      'centres.csv:2 formula ‹-HYPERLINK(A1)›',
    ],
    [
      'is the failure of a formula',
      { 'centres.csv': swap('Hof 1', '#NAME?') },
      'centres.csv:2 formula ‹#NAME?›',
    ],
    [
      'is a day that does not exist',
      { 'dates.csv': swap('2026-11-24', '2026-02-30') },
      'dates.csv:2 no-such-date ‹2026-02-30›',
    ],
    [
      'is a German day that does not exist',
      { 'dates.csv': swap('2026-11-24', '31.4.2026') },
      'dates.csv:2 no-such-date ‹31.4.2026›',
    ],
    [
      'lists a day that does not exist',
      { 'dates.csv': swap('2027-02-06', '2027-02-29') },
      'dates.csv:5 no-such-date ‹2026-12-05,2027-›',
    ],
    ['is no day at all', { 'dates.csv': swap('2026-11-24', 'bald') }, 'dates.csv:2 not-a-date ‹bald›'],
    ['is no time of day', { 'dates.csv': swap('09:30', '25:30') }, 'dates.csv:2 not-a-time ‹25:30›'],
    ['is no day of the week', { 'dates.csv': swap(';TU;', ';XX;') }, 'dates.csv:2 not-a-weekday ‹XX›'],
    [
      'is too long',
      { 'offers.csv': swap(';Krabbelgruppe', `;${'K'.repeat(121)}`) },
      'offers.csv:2 too-long ‹KKKKKKKKKKKKKKKK›',
    ],
    ['is no number', { 'offers.csv': swap(';8;4;', ';acht;4;') }, 'offers.csv:3 not-a-number ‹acht›'],
    ['is below zero', { 'offers.csv': swap(';8;4;', ';-8;4;') }, 'offers.csv:3 out-of-range ‹-8›'],
    [
      'is none of the words',
      { 'offers.csv': swap('education', 'teaching') },
      'offers.csv:3 not-one-of ‹teaching›',
    ],
    [
      'is no language',
      { 'offers.csv': swap('de,tr', 'de,Türkisch') },
      'offers.csv:2 not-a-language ‹de,Türkisch›',
    ],
    [
      'is no e-mail address',
      { 'centres.csv': swap('hof@example.org', 'hof at example') },
      'centres.csv:2 not-an-email ‹hof at example›',
    ],
    [
      'is no web address',
      { 'providers.csv': swap('https://example.org', 'javascript:alert(1)') },
      'providers.csv:2 not-an-address ‹javascript:alert›',
    ],
    ['is no colour', { 'centres.csv': swap('#7a2f5f', 'violet') }, 'centres.csv:2 not-a-colour ‹violet›'],
    [
      'is a colour too pale to be read on white',
      { 'centres.csv': swap('#7a2f5f', '#c0a0b0') },
      'centres.csv:2 weak-colour ‹#c0a0b0›',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faultsIn(changes)).toEqual([expected])
  })
})

describe('city.json', () => {
  test.each<[string, PackFiles, string]>([
    ['lacks a field', { 'city.json': swap('  "colour": "#0a5560",\n', '') }, 'city.json:1 missing-field ‹{›'],
    [
      'has an unknown field',
      { 'city.json': swap('"country"', '"contry": "", "country"') },
      'city.json:7 unknown-field ‹"", "country": "› → country',
    ],
    [
      'has a wrong field',
      { 'city.json': swap('["kleinstadt.localhost"]', '"kleinstadt.localhost"') },
      'city.json:5 wrong-field ‹"kleinstadt.loca›',
    ],
    [
      'names no such time zone',
      { 'city.json': swap('Europe/Berlin', 'Europe/Wiesbaden') },
      'city.json:6 unknown-time-zone ‹"Europe/Wiesbade›',
    ],
    [
      'leads those who leave quickly to something that is no page',
      { 'city.json': swap('"colour"', '"leaveTo": "javascript:alert(1)", "colour"') },
      'city.json:10 wrong-field ‹"javascript:aler›',
    ],
    ['names no such state', { 'city.json': swap('"HE"', '"XX"') }, 'city.json:8 unknown-state ‹"XX",›'],
    [
      'has a pale colour',
      { 'city.json': swap('#0a5560', '#aaaaaa') },
      'city.json:10 weak-colour ‹"#aaaaaa",›',
    ],
    [
      'is not called anything in one of its languages',
      { 'city.json': swap(', "en": "KiEZ Kleinstadt"', '') },
      'city.json:3 missing-field ‹{ "de": "KiEZ Kl›',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faultsIn(changes)).toEqual([expected])
  })
})

describe('the map', () => {
  test.each<[string, PackFiles, string]>([
    [
      'has an area that is not closed',
      { 'districts.geojson': swap('[8,51],[8,50]]', '[8,51],[8,50.1]]') },
      'districts.geojson:2 polygon-open ‹[8,50.1]]] } },›',
    ],
    [
      'has an area of three points',
      { 'districts.geojson': swap('[9,50],[8,51],[8,50]]', '[8,50]]') },
      'districts.geojson:2 polygon-too-small ‹[[8,50],[9,50],[›',
    ],
    [
      'has a point beyond the pole',
      { 'districts.geojson': swap('[10,51]', '[10,151]') },
      'districts.geojson:3 not-a-place ‹[10,151],[9,51],›',
    ],
    [
      'has a line',
      { 'districts.geojson': swap('Polygon', 'LineString') },
      'districts.geojson:2 not-a-polygon ‹{ "type": "LineS›',
    ],
    [
      'has a district without a name',
      { 'districts.geojson': swap('{ "name": "Dotzheim" }', '{}') },
      'districts.geojson:3 missing-field ‹{}, "geometry": ›',
    ],
  ])('%s', async (_, changes, expected) => {
    const changed = { ...changes }
    if (expected.includes('polygon-too-small')) {
      changed['districts.geojson'] = text =>
        text.replace('[8,50],[9,50],[9,51],[8,51],[8,50]', '[8,50],[9,50],[8,50]')
    }
    expect(await faultsIn(changed)).toEqual([expected])
  })

  test('has a district twice', async () => {
    const faults = await faultsIn({ 'districts.geojson': text => text.replace('"id": "02"', '"id": "01"') })
    expect(faults).toContain('districts.geojson:3 duplicate-id ‹"01", "propertie›')
  })
})

const tables = [
  'providers.csv',
  'centres.csv',
  'opening-hours.csv',
  'quarters.csv',
  'offers.csv',
  'dates.csv',
]
