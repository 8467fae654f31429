import { describe, expect, test } from 'vitest'
import type { Contact } from '../outreach/index.ts'
import type { Language } from '../platform/wording/wording.ts'
import { familiesOf } from './families-of.ts'
import { toldOf } from './tell-of-cancelled-session.ts'

const at = (pageId: string, contact: Contact, language: Language = 'de') => ({
  pageId,
  household: { id: pageId, called: pageId, language, contact },
})
const mail = (email: string, safely = {}): Contact => ({ kind: 'email', email, ...safely })
const call = (phone: string): Contact => ({ kind: 'phone', phone })
const paper: Contact = { kind: 'none' }
const mornings = { from: '09:00', until: '12:00' }

describe('who reads one letter', () => {
  test.each([
    ['one page, one address, however it is written', at('a', mail('a@b.de')), at('a', mail('A@b.de')), 1],
    ['one page, one number, however it is written', at('a', call('0611 1')), at('a', call('06111')), 1],
    ['the same address on two pages', at('a', mail('a@b.de')), at('b', mail('a@b.de')), 2],
    ['the same number on two pages', at('a', call('0611 1')), at('b', call('0611 1')), 2],
    ['two addresses on one page', at('a', mail('a@b.de')), at('a', mail('b@b.de')), 2],
    ['an e-mail and a number', at('a', mail('a@b.de')), at('a', call('0611 1')), 2],
    ['two languages', at('a', mail('a@b.de')), at('a', mail('a@b.de'), 'ar'), 2],
    ['one page without an address', at('a', paper), at('a', paper), 1],
    ['two pages without an address', at('a', paper), at('b', paper), 2],
  ])('%s', (_, one, other, letters) => {
    expect(familiesOf([one, other])).toHaveLength(letters)
  })

  test('it is as careful as the most careful of them, whichever comes first', () => {
    const plain = at('a', mail('a@b.de'))
    const safe = at('a', mail('a@b.de', { neutral: true }))
    const early = at('a', mail('a@b.de', { hours: mornings }))
    for (const registrations of [
      [plain, safe, early],
      [early, plain, safe],
    ]) {
      const [family] = familiesOf(registrations)
      expect(family?.contact).toEqual(mail('a@b.de', { neutral: true, hours: mornings }))
      expect(family?.registrations[0]).toBe(safe)
    }
  })

  test('and safe contact of one family makes no letter of another neutral', () => {
    const families = familiesOf([at('a', mail('a@b.de', { neutral: true })), at('b', mail('a@b.de'))])
    expect(families.map(({ contact }) => contact.neutral)).toEqual([true, undefined])
  })
})

test.each([
  ['two children of one family', [at('a', mail('a@b.de')), at('a', mail('a@b.de'))], [1, 0, 0]],
  ['one family at two addresses', [at('a', mail('a@b.de')), at('a', mail('b@b.de'))], [1, 0, 0]],
  ['one family in two languages', [at('a', call('0611 1')), at('a', call('0611 1'), 'ar')], [0, 1, 0]],
  ['one family by mail and by telephone', [at('a', call('0611 1')), at('a', mail('a@b.de'))], [1, 0, 0]],
  ['one family, once without an address', [at('a', paper), at('a', call('0611 1'))], [0, 1, 0]],
  ['three families', [at('a', paper), at('b', call('0611 1')), at('c', call('0611 1'))], [0, 2, 1]],
])('who is told is counted in families: %s', (_, concerned, [byMail, toCall, notReached]) => {
  expect(toldOf(concerned)).toEqual({ byMail, toCall, notReached })
})
