import { expect, test } from 'vitest'
import { bouncedIn } from './bounce.ts'

const ours = '01a20695-ede1-7c57-9f5b-7b3063aa31c5'

test('a report that a mail will never arrive names ours, not its own', () => {
  expect(bouncedIn(report())).toBe(ours)
  expect(bouncedIn(report().replaceAll('\n', '\r\n'))).toBe(ours)
})

test.each<[string, string]>([
  ['only late', report({ action: 'delayed', status: '4.4.1' })],
  ['failed for now', report({ status: '4.2.2' })],
  ['arrived', report({ action: 'delivered', status: '2.0.0' })],
  ['about somebody else’s mail', report({ id: 'CAF123@mail.example.com' })],
  ['an answer of a person', report().replace('multipart/report; report-type=delivery-status', 'text/plain')],
  ['nothing', ''],
])('%s: nothing is noted', (_, mail) => expect(bouncedIn(mail)).toBe(undefined))

function report({ action = 'failed', status = '5.1.1', id = `${ours}@kiez.example` } = {}) {
  return `From: MAILER-DAEMON@mail.example.org
Message-ID: <11a20695-ede1-7c57-9f5b-7b3063aa31c5@mail.example.org>
Content-Type: multipart/report; report-type=delivery-status;
  boundary="b"

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; yildiz@example.org
Action: ${action}
Status: ${status}

--b
Content-Type: text/rfc822-headers

Message-ID: <${id}>
Subject: x

--b--
`
}
