import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parseForm } from '../platform/web/form.ts'
import { contactInOneField, reachForm } from './forms.ts'
import { columnsOf, type Reach, reachOf } from './reach.ts'

const typed = { phone: '0611 445566', email: 'me@example.org' }

test.each<[string, Reach]>([
  ['call', { reachBy: 'call', phone: '0611 445566' }],
  ['sms', { reachBy: 'sms', phone: '0611 445566' }],
  ['email', { reachBy: 'email', email: 'me@example.org' }],
  ['visit', { reachBy: 'visit' }],
])('of whoever chose %s nothing else is kept, and it is read as it was stored', (reachBy, reach) => {
  expect(parseForm(formWith({ reachBy, ...typed }), reachForm)).toEqual({ ok: true, value: reach })
  expect(reachOf(columnsOf(reach))).toEqual(reach)
})

test.each([
  ['a way that nobody offers', { reachBy: 'pigeon' }, { reachBy: 'required' }],
  ['no number', { reachBy: 'call', email: 'me@example.org' }, { phone: 'phone' }],
  ['no address', { reachBy: 'email', phone: '0611 445566' }, { email: 'email' }],
])('%s is named at its field', (_, fields, problems) => {
  expect(parseForm(formWith(fields), reachForm)).toMatchObject({ ok: false, problems })
})

test.each([
  ['', { email: '', phone: '' }],
  ['me@example.org', { email: 'me@example.org', phone: '' }],
  ['٠٦١١ ٤٤٥٥٦٦', { email: '', phone: '0611 445566' }],
])('one field takes a number, an address or nothing: "%s"', (text, contact) => {
  expect(v.parse(contactInOneField, text)).toEqual(contact)
})

test('and refuses what is neither', () => {
  expect(v.is(contactInOneField, 'ring twice')).toBe(false)
})

const formWith = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
