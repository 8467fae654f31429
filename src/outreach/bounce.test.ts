import { expect, test } from 'vitest'
import { byExchange, byExim, byPostfix, byQmail, withNothingQuoted } from '../../tests/support/bounces.ts'
import { bouncedIn } from './bounce.ts'

const id = '01a20695-ede1-7c57-9f5b-7b3063aa31c5'

test.each([
  ['Postfix, with the headers', byPostfix],
  ['Exchange, with the whole mail', byExchange],
  ['a server that gives nothing back but the name of the envelope', withNothingQuoted],
  ['Exim, in its own words', byExim],
  ['qmail, in its own words', byQmail],
])('a report of %s names our mail, not its own', (_, report) => {
  expect(bouncedIn(report({ id }))).toBe(id)
  expect(bouncedIn(report({ id }).replaceAll('\n', '\r\n'))).toBe(id)
})

test('a server that has given up after days of trying has failed, whatever the status', () =>
  expect(bouncedIn(byPostfix({ id, status: '4.4.1' }))).toBe(id))

test.each<[string, string]>([
  ['only late', byPostfix({ id, action: 'delayed', status: '4.4.1' })],
  ['handed on to a server that reports nothing', byPostfix({ id, action: 'relayed', status: '2.0.0' })],
  ['arrived', byPostfix({ id, action: 'delivered', status: '2.0.0' })],
  ['about somebody else’s mail', byPostfix({ id: 'CAF123' })],
  ['about somebody else’s mail, in own words', byExim({ id: 'CAF123' })],
  ['an answer of a person', byPostfix({ id }).replace(/multipart\/report[^;]*;/, 'multipart/mixed;')],
  ['an answer of somebody on holiday', byExim({ id }).replace(/^X-Failed-Recipients.*\n/m, '')],
  ['passed on by a person', `Subject: Fwd\nContent-Type: multipart/mixed\n\n${byPostfix({ id })}`],
  ['nothing', ''],
])('%s: nothing is noted', (_, mail) => expect(bouncedIn(mail)).toBe(undefined))
