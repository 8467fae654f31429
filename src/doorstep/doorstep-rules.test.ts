import { describe, expect, test } from 'vitest'
import { parseValues } from '../platform/web/form.ts'
import { requestForm } from './forms.ts'
import { agesOfYears, yearsOfAges } from './kit.ts'
import { inWalkingOrder } from './kit-request.ts'
import { familiesMayAsk, isOverdue } from './round.ts'

const on = (day: string) => Temporal.PlainDate.from(day)
const thursday = { heldOn: on('2026-11-26') }

test.each([
  ['2026-11-20', true, false],
  ['2026-11-25', true, false],
  ['2026-11-26', false, false],
  ['2026-11-27', false, true],
])('on %s families may ask for Thursday: %s; its addresses are overdue: %s', (day, mayAsk, overdue) => {
  expect(familiesMayAsk(thursday, on(day))).toBe(mayAsk)
  expect(isOverdue(thursday, on(day))).toBe(overdue)
})

test('one walks street by street, and in a street by its numbers, however people write it', () => {
  const doors = [
    'Zietenring 3',
    'Wellritzstr. 10',
    'Wellritzstraße 9',
    'Wellritz-Strasse 10a',
    'Am Römertor 1',
  ]
  const places = doors.map(door => {
    const [, street = '', houseNumber = ''] = /^(.*) (\S+)$/.exec(door) ?? []
    return { street, houseNumber, called: 'x' }
  })
  expect(inWalkingOrder(places).map(({ street, houseNumber }) => `${street} ${houseNumber}`)).toEqual([
    ...['Am Römertor 1', 'Wellritzstraße 9', 'Wellritzstr. 10', 'Wellritz-Strasse 10a', 'Zietenring 3'],
  ])
})

test.each([
  [
    { first: 3, last: 6 },
    { from: 36, until: 72 },
  ],
  [
    { first: null, last: 3 },
    { from: null, until: 36 },
  ],
  [
    { first: 6, last: null },
    { from: 72, until: null },
  ],
])('ages in years are kept in months and come back as they were', (years, ages) => {
  expect(agesOfYears(years)).toEqual(ages)
  expect(yearsOfAges(ages)).toEqual(years)
})

describe('an address in words', () => {
  const kit = '0193b2f4-0000-7000-8000-000000000001'
  const asks = (given: Record<string, string>) =>
    parseValues(
      {
        ...{
          renderingKey: 'a-form-of-my-own-1',
          called: 'Haddad',
          street: 'Wellritzstraße',
          houseNumber: '12',
        },
        ...{ [`kits.${kit}`]: '1', ...given },
      },
      requestForm,
    )
  const faultOf = (given: Record<string, string>) => {
    const asked = asks(given)
    return asked.ok ? undefined : asked.problems
  }

  test.each([
    { houseNumber: '12a, Hinterhaus' },
    { houseNumber: '١٢' },
    { street: 'شارع فيلريتس' },
    { contact: '0611 998877' },
    { contact: 'a@example.org' },
  ])('is taken as one says it: %j', given => {
    expect(faultOf(given)).toBeUndefined()
  })

  test.each([
    [{ street: '12' }, { street: 'street' }],
    [{ street: '' }, { street: 'street' }],
    [{ houseNumber: 'Hinterhaus' }, { houseNumber: 'house-number' }],
    [{ called: '' }, { called: 'called' }],
    [{ contact: 'abc' }, { contact: 'contact' }],
    [{ [`kits.${kit}`]: '0' }, { kits: 'kits' }],
    [{ [`kits.${kit}`]: '7' }, { [`kits.${kit}`]: 'number' }],
    [{ renderingKey: '' }, { renderingKey: 'stale' }],
  ])('%j is mended', (given, problems) => {
    expect(faultOf(given)).toEqual(problems)
  })
})
