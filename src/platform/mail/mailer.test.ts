import { afterEach, expect, test } from 'vitest'
import { aMailServer as mailServer } from '../../../tests/support/mail-server.ts'
import { PostDelayed, PostRefused } from '../post-failures.ts'
import { type Mailer, openMailer } from './mailer.ts'

test('every attempt carries the same Message-ID, made of the id', async () => {
  const server = await aMailServer()
  await server.mailer.send(aMail)
  await server.mailer.send(aMail)
  expect(server.received).toHaveLength(2)
  for (const mail of server.received) expect(mail).toContain('Message-ID: <0190-id@kiez.example>')
})

test('the centre stands as sender, and an answer goes to it', async () => {
  const server = await aMailServer()
  await server.mailer.send(aMail)
  expect(server.received[0]).toContain('From: KiEZ Westend <post@kiez.example>')
  expect(server.received[0]).toContain('Reply-To: westend@kiez.example')
})

test('a date for the calendar comes as an invitation, several beside the letter', async () => {
  const server = await aMailServer()
  const calendar = { method: 'REQUEST' as const, content: 'BEGIN:VCALENDAR' }
  await server.mailer.send({ ...aMail, calendars: [calendar] })
  await server.mailer.send({ ...aMail, calendars: [calendar, { ...calendar, method: 'CANCEL' as const }] })
  expect(server.received[0]).toMatch(/text\/calendar;[^:]*method=REQUEST/)
  expect(server.received[1]).toMatch(/method=REQUEST[\s\S]*method=CANCEL/)
})

test('what may be refused says where, for one click', async () => {
  const server = await aMailServer()
  await server.mailer.send({ ...aMail, stopUrl: 'https://kiez.example/de/my/x/no-reminders' })
  await server.mailer.send(aMail)
  expect(server.received[0]).toContain('List-Unsubscribe: <https://kiez.example/de/my/x/no-reminders>')
  expect(server.received[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(server.received[1]).not.toContain('List-Unsubscribe')
})

test('what a family typed is one recipient, never two', async () => {
  const server = await aMailServer()
  await server.mailer.send({ ...aMail, to: 'aylin@example.org, spy@example.org' }).catch(() => {})
  const recipients = server.envelopes.filter(line => line.startsWith('RCPT'))
  expect(recipients.length).toBeLessThanOrEqual(1)
  expect(recipients.join()).not.toContain('<spy@example.org>')
})

test('a mailbox that does not exist is refused for good, without naming it', async () => {
  const { mailer } = await aMailServer({ recipient: '550 no mailbox aylin@example.org' })
  const error = await mailer.send(aMail).catch(fault => fault)
  expect(error).toBeInstanceOf(PostRefused)
  expect(error.code).toBe('550')
  expect(JSON.stringify(error) + error.message + error.stack).not.toContain('aylin')
})

test.each([
  ['a busy server', '451 try again later'],
  ['a server that refuses our sign-in', '535 who are you'],
])('%s only delays', async (_, recipient) => {
  const { mailer } = await aMailServer({ recipient })
  const error = await mailer.send(aMail).catch(fault => fault)
  expect(error).toBeInstanceOf(PostDelayed)
  expect(error).not.toBeInstanceOf(PostRefused)
})

test('a server that does not take our own address only delays: no family can help that', async () => {
  const { mailer } = await aMailServer({ sender: '553 sender address rejected: not owned by user' })
  const error = await mailer.send(aMail).catch(fault => fault)
  expect(error).toBeInstanceOf(PostDelayed)
  expect(error).not.toBeInstanceOf(PostRefused)
})

test('the envelope carries the id for a report, which brings back no more than the headers', async () => {
  const server = await aMailServer()
  await server.mailer.send(aMail)
  expect(server.envelopes).toEqual([
    'MAIL FROM:<post@kiez.example> RET=HDRS ENVID=0190-id',
    'RCPT TO:<aylin@example.org> NOTIFY=FAILURE',
  ])
})

test('no server at all only delays', async () => {
  const mailer = openMailer('smtp://127.0.0.1:1', 'post@kiez.example')
  closing.push(() => mailer.close())
  const error = await mailer.send(aMail).catch(fault => fault)
  expect(error).toBeInstanceOf(PostDelayed)
  expect(error.code).toBe('ESOCKET')
})

const aMail = {
  id: '0190-id',
  to: 'aylin@example.org',
  fromName: 'KiEZ Westend',
  replyTo: 'westend@kiez.example',
  subject: 'Du hast einen Platz',
  text: 'Hallo',
  html: '<p>Hallo</p>',
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A mailer, and the server that takes its mails or answers to every recipient as told. */
async function aMailServer(behaves?: Parameters<typeof mailServer>[0]) {
  const server = await mailServer(behaves)
  const mailer: Mailer = openMailer(server.url, 'post@kiez.example')
  closing.push(() => {
    mailer.close()
    server.close()
  })
  return { ...server, mailer }
}
