import { describe, expect, test } from 'vitest'
import { aPack, faultsIn, faultsOf, type PackFiles, packNow, swap } from '../../tests/support/small-pack.ts'
import { checkCityPack } from './check-city-pack.ts'
import { isWarning } from './faults.ts'

const roomHead = 'id;centre;part_of;step_free;let;weekdays;opens;closes;example;name_de\n'
const hall = `${roomHead}saal;kiez-westend;;yes;no;;;;no;Saal\n`

describe('rooms', () => {
  test.each([
    [
      'a part of a part',
      'halb;kiez-westend;saal;yes;no;;;;no;Halb\nviertel;kiez-westend;halb;yes;no;;;;no;V\n',
      4,
      'unknown-room ‹halb›',
    ],
    ['a part in another centre', 'halb;kiez-dotzheim;saal;yes;no;;;;no;Halb\n', 3, 'unknown-room ‹saal›'],
    ['times without days', 'hof;kiez-westend;;yes;yes;;09:00;12:00;no;Hof\n', 3, 'missing-for-rule ‹›'],
    [
      'an end before its beginning',
      'hof;kiez-westend;;yes;yes;MO;12:00;09:00;no;Hof\n',
      3,
      'end-before-start ‹09:00›',
    ],
    ['a room without a name', 'hof;kiez-westend;;yes;yes;;;;no;\n', 3, 'empty-cell ‹›'],
  ])('%s', async (_, rows, line, fault) => {
    expect((await faultsIn({ 'rooms.csv': hall + rows }))[0]).toContain(`rooms.csv:${line} ${fault}`)
  })

  test('a hall and its half are right', async () => {
    expect(await faultsIn({ 'rooms.csv': `${hall}halb;kiez-westend;saal;yes;no;;;;no;Halb\n` })).toEqual([])
  })
})

describe('names that lead nowhere, with the one that was meant', () => {
  test.each<[PackFiles, string]>([
    [{ 'centres.csv': swap('awo;West', 'awo;Wset') }, 'centres.csv:2 unknown-district ‹Wset› → West'],
    [{ 'district-aliases.csv': swap('01', '77') }, 'district-aliases.csv:2 unknown-district ‹77›'],
    [{ 'district-indicators.csv': swap('01;', '99;') }, 'district-indicators.csv:2 unknown-district ‹99›'],
    [{ 'quarters.csv': swap(';01;', ';09;') }, 'quarters.csv:2 unknown-district ‹09› → 01'],
    [{ 'centres.csv': swap('caritas', 'karitas') }, 'centres.csv:3 unknown-provider ‹karitas› → caritas'],
    [
      { 'opening-hours.csv': swap('kiez-westend', 'kiez-westnd') },
      'opening-hours.csv:2 unknown-centre ‹kiez-westnd› → kiez-westend',
    ],
    [
      { 'offers.csv': swap('kiez-dotzheim', 'kiez-dozheim') },
      'offers.csv:4 unknown-centre ‹kiez-dozheim› → kiez-dotzheim',
    ],
    [
      { 'dates.csv': text => `${text}kochn;weekly;MO;;09:00;;2026-12-01;;;no;no;;\n` },
      'dates.csv:6 unknown-offer ‹kochn› → kochen',
    ],
    [
      { 'budget.csv': swap('kiez-westend;2021', 'kiez-westnd;2021') },
      'budget.csv:3 unknown-centre ‹kiez-westnd› → kiez-westend',
    ],
    [
      { 'rooms.csv': `${roomHead}saal;kiez-westnd;;yes;no;;;;no;Saal\n` },
      'rooms.csv:2 unknown-centre ‹kiez-westnd› → kiez-westend',
    ],
    [
      { 'rooms.csv': `${hall}links;kiez-westend;sal;yes;no;;;;no;Links\n` },
      'rooms.csv:3 unknown-room ‹sal› → saal',
    ],
    [{ 'budget.csv': swap('2021', '2022') }, 'budget.csv:3 unknown-year ‹2022›'],
    [{ 'decisions.csv': swap('2020-21', '2020-2') }, 'decisions.csv:2 not-a-budget ‹2020-2›'],
    [{ 'decisions.csv': swap('2020-21', '2022-23') }, 'decisions.csv:2 unknown-budget ‹2022-23› → 2020-21'],
    [
      { 'decision-votes.csv': swap('doppelt', 'dopelt') },
      'decision-votes.csv:2 unknown-decision ‹dopelt› → doppelt',
    ],
  ])('%o', async (changes, expected) => {
    expect(await faultsIn(changes)).toEqual([expected])
  })
})

describe('things that do not go together', () => {
  test.each<[string, PackFiles, string]>([
    [
      'a year and the budget of others',
      { 'fiscal-years.csv': swap('2021;2020-21', '2021;2018-19') },
      'fiscal-years.csv:3 other-budget ‹2018-19›',
    ],
    [
      'an amount told twice',
      { 'budget.csv': text => `${text}kiez-westend;2021;1;Plan;no\n` },
      'budget.csv:4 duplicate-id ‹2021›',
    ],
    [
      'an end before its start',
      { 'dates.csv': swap('11:00', '09:00') },
      'dates.csv:2 end-before-start ‹09:00›',
    ],
    [
      'a last day before the first',
      { 'dates.csv': swap('2027-01-26', '2026-01-26') },
      'dates.csv:2 end-before-start ‹2026-01-26›',
    ],
    [
      'closing before opening',
      { 'opening-hours.csv': swap('12:00', '08:00') },
      'opening-hours.csv:2 end-before-start ‹08:00›',
    ],
    [
      'holidays that end first',
      { 'school-holidays.csv': swap('2027-01-12', '2026-01-12') },
      'school-holidays.csv:2 end-before-start ‹2026-01-12›',
    ],
    [
      'a time that the clocks leave out',
      {
        'dates.csv': swap(
          'TU;;09:30;11:00;2026-11-24;2027-01-26;;yes',
          'SU;;02:30;;2027-03-21;2027-04-11;;no',
        ),
      },
      'dates.csv:2 time-in-gap ‹02:30›',
    ],
    [
      'ages the wrong way round',
      { 'offers.csv': swap(';1;12;', ';12;1;') },
      'offers.csv:3 ages-reversed ‹1›',
    ],
    [
      'a price for nothing',
      { 'offers.csv': swap(';6000;course', ';6000;') },
      'offers.csv:3 price-without-per ‹›',
    ],
    [
      'registration without what is counted',
      { 'offers.csv': swap('child;8', ';8') },
      'offers.csv:3 places-without-counts ‹›',
    ],
    [
      'registration without places',
      { 'offers.csv': swap('child;8', 'child;') },
      'offers.csv:3 places-without-counts ‹›',
    ],
    [
      'places without registration',
      { 'offers.csv': swap('none;;', 'none;;5') },
      'offers.csv:2 places-without-registration ‹5›',
    ],
    ['a week without its day', { 'dates.csv': swap(';TU;', ';;') }, 'dates.csv:2 missing-for-rule ‹›'],
    ['a month without its week', { 'dates.csv': swap('FR;last', 'FR;') }, 'dates.csv:4 missing-for-rule ‹›'],
    [
      'a day of the week for listed days',
      { 'dates.csv': swap('dates;;', 'dates;MO;') },
      'dates.csv:5 not-for-rule ‹MO›',
    ],
    [
      'opening hours that overlap',
      { 'opening-hours.csv': swap('13:00', '11:30') },
      'opening-hours.csv:3 overlapping-hours ‹11:30›',
    ],
    [
      'holidays that overlap',
      { 'school-holidays.csv': swap('2027-03-22', '2027-01-12') },
      'school-holidays.csv:3 overlapping-holidays ‹2027-01-12›',
    ],
    [
      'a figure with two values',
      { 'district-indicators.csv': swap('2025-01-01;Amt', ';Amt') },
      'district-indicators.csv:3 overlapping-facts ‹2025-01-01›',
    ],
    [
      'a quarter that two centres claim',
      { 'quarters.csv': swap('2026-01-01', '2024-01-01') },
      'quarters.csv:3 claimed-twice ‹kiez-dotzheim›',
    ],
    [
      'the same quarter under another id',
      { 'quarters.csv': swap('altstadt;Altstadt;01;kiez-dotzheim', 'alt;Altstadt;01;kiez-dotzheim') },
      'quarters.csv:3 claimed-twice ‹kiez-dotzheim›',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(await faultsIn(changes)).toEqual([expected])
  })
})

test('every fault of every file is told at once, file after file from top to bottom', async () => {
  const faults = await faultsIn({
    'dates.csv': text => swap('09:30', '9 Uhr')(swap('17:00', '17 Uhr')(text)),
    'providers.csv': swap('DSGVO', 'GDPR'),
    'city.json': swap('#0a5560', 'blau'),
    'opening-hours.csv': swap('MO', 'Montag'),
  })
  expect(faults).toEqual([
    'city.json:10 not-a-colour ‹"blau",›',
    'providers.csv:2 not-one-of ‹GDPR›',
    'opening-hours.csv:2 not-a-weekday ‹Montag›',
    'dates.csv:2 not-a-time ‹9 Uhr›',
    'dates.csv:4 not-a-time ‹17 Uhr›',
  ])
})

describe('what is only worth a look', () => {
  test.each<[string, PackFiles, string]>([
    [
      'a room given to two offers',
      {
        'dates.csv': text => `${text}pekip;weekly;DI;;10:30;12:00;2026-12-01;;;no;no;;\n`,
        'offers.csv': swap('Gruppenraum', 'Saal'),
      },
      'dates.csv:6 booked-twice ‹10:30›',
    ],
    [
      'an offer without a date',
      { 'dates.csv': swap('pekip;weekly;WE;;10:00;11:30;2026-12-02;;8;no;yes;2026-12-30;\n', '') },
      'offers.csv:3 no-dates ‹pekip›',
    ],
    ['a file with a mistyped name', { 'ofers.csv': 'id\n' }, 'ofers.csv:1 unknown-file ‹id› → offers.csv'],
  ])('%s', async (_, changes, expected) => {
    const folder = await aPack(changes)
    expect(await faultsOf(folder)).toEqual([expected])
    const { faults } = await checkCityPack({ folder, now: packNow })
    expect(faults.every(isWarning)).toBe(true)
  })

  test('two offers in one room on different days are fine', async () => {
    expect(await faultsIn({ 'offers.csv': swap('Gruppenraum', 'Saal') })).toEqual([])
  })
})
