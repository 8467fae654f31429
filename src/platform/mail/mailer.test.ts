import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
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
  expect(server.recipients.length).toBeLessThanOrEqual(1)
  expect(server.recipients).not.toContain('<spy@example.org>')
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

/** A mail server that takes everything, or answers to every recipient as told. */
async function aMailServer({ recipient = '250 ok' } = {}) {
  const received: string[] = []
  const recipients: string[] = []
  const server = createServer(socket => converse(socket, received, recipients, recipient))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const mailer: Mailer = openMailer(`smtp://127.0.0.1:${port}`, 'post@kiez.example')
  closing.push(() => {
    mailer.close()
    server.close()
  })
  return { mailer, received, recipients }
}

function converse(socket: Socket, received: string[], recipients: string[], recipient: string) {
  const say = (answer: string) => socket.write(`${answer}\r\n`)
  let mail: string[] | undefined
  socket.on('error', () => {})
  say('220 test')
  createInterface(socket).on('line', line => {
    if (mail) {
      if (line !== '.') return mail.push(line)
      received.push(mail.join('\n'))
      mail = undefined
      return say('250 ok')
    }
    if (line.startsWith('RCPT')) {
      recipients.push(line.slice('RCPT TO:'.length))
      return say(recipient)
    }
    if (line !== 'DATA') return say(line === 'QUIT' ? '221 bye' : '250 ok')
    mail = []
    return say('354 go on')
  })
}
