import { describe, expect, test } from 'vitest'
import { readRegistration } from './forms.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const toddlers = {
  counts: 'child',
  isWithoutParents: false,
  ageFrom: 12,
  ageUntil: 36,
  ageOn: today,
} as const
const here = { today, country: 'DE' }
const fathers = {
  counts: 'adult',
  isWithoutParents: false,
  ageFrom: null,
  ageUntil: null,
  ageOn: today,
} as const

describe('a family writes', () => {
  test.each<[string, Partial<Sent>, object]>([
    ['an Arabic year', { year: '٢٠٢٤' }, { bornIn: '2024-10-01' }],
    ['a Persian year', { year: '۲۰۲۴' }, { bornIn: '2024-10-01' }],
    ['a short year', { year: '24' }, { bornIn: '2024-10-01' }],
    ['adults in Arabic digits', { adults: '٢' }, { adults: 2 }],
    [
      'a number in Arabic digits',
      { phone: '٠٦١١ ٩٠٠٠٩٩٩' },
      { contact: { kind: 'phone', phone: '0611 9000999' } },
    ],
    [
      'both ways to be reached',
      { email: 'a@example.org', phone: '0611 9000999' },
      { contact: { kind: 'email', email: 'a@example.org' } },
    ],
    ['a mobile number', { phone: '0151 23456789' }, { contact: { kind: 'phone', phone: '0151 23456789' } }],
    ['a short landline', { phone: '0611 3130' }, { contact: { kind: 'phone', phone: '0611 3130' } }],
    ['neither', {}, { contact: { kind: 'none' } }],
    ['a name of two scripts', { called: 'Sara سارة' }, { called: 'Sara سارة' }],
  ])('%s', (_, sent, expected) => {
    const reading = readRegistration(formOf(sent), { ...here, intake: toddlers })
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
    const { called, party, contact } = reading.value
    const bornIn = party.children[0]?.bornIn.toString()
    expect({ called, adults: party.adults, bornIn, contact }).toMatchObject(expected)
  })
})

describe('is told what to mend', () => {
  test.each<[string, Partial<Sent>, object]>([
    [
      'all at once',
      { called: '', email: 'amina@', year: '2015', adults: 'x' },
      { called: 'called', email: 'email', childName: 'wrong-age', adults: 'number' },
    ],
    ['no child', { child: '', month: '', year: '' }, { childName: 'nobody' }],
    ['children alone', { adults: '0' }, { adults: 'nobody-along' }],
    ['half a month', { year: '' }, { 'childMonth.0': 'required' }],
    ['a year to come', { year: '27' }, { 'childMonth.0': 'month' }],
    ['a year too long', { year: '20244' }, { 'childMonth.0': 'month' }],
    ['a second line', { called: 'Anna\r\nhttp' }, { called: 'name' }],
    ['an address', { called: 'https://evil.example' }, { called: 'name' }],
    ['an e-mail without a whole domain', { email: 'amal@example' }, { email: 'email' }],
    ['half a mobile number', { phone: '0151 1234' }, { phone: 'mobile' }],
    ['a mobile number with a digit too many', { phone: '+49 171 392001234' }, { phone: 'mobile' }],
    ['an address of a child', { child: 'WWW.evil.example' }, { 'childName.0': 'name' }],
  ])('%s', (_, sent, expected) => {
    const reading = readRegistration(formOf(sent), { ...here, intake: toddlers })
    expect(reading.ok || reading.problems).toEqual(expected)
  })

  test('nothing, where children come alone and stay without their parents', () => {
    const stay = { ...toddlers, isWithoutParents: true }
    expect(readRegistration(formOf({ adults: '0' }), { ...here, intake: stay }).ok).toBe(true)
  })

  test('nobody, where adults are counted', () => {
    const sent = formOf({ adults: '0', child: '', month: '', year: '' })
    expect(readRegistration(sent, { ...here, intake: fathers })).toMatchObject({
      problems: { adults: 'nobody' },
    })
  })

  test('with the children whose age does not fit', () => {
    const reading = readRegistration(formOf({ year: '2015' }), { ...here, intake: toddlers })
    expect(reading.ok || reading.misfits.map(({ firstName }) => firstName)).toEqual(['Mila'])
  })
})

type Sent = Record<'called' | 'adults' | 'child' | 'month' | 'year' | 'email' | 'phone', string>

const formOf = (given: Partial<Sent>) => {
  const sent = {
    ...{ called: 'Sara', adults: '1', child: 'Mila', month: '10', year: '2024', email: '', phone: '' },
    ...given,
  }
  const form = new FormData()
  for (const name of ['called', 'adults', 'email', 'phone'] as const) form.set(name, sent[name])
  form.append('childName[]', sent.child)
  form.append('childMonth[]', sent.month)
  form.append('childYear[]', sent.year)
  return form
}
