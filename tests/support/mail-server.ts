import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** What it says to the sender and to each recipient; from so many mails on it takes each and answers no more. */
type Behaviour = { sender: string; recipient: string; holdsFrom: number }

/** A mail server on a port of its own, with reports about delivery (RFC 3461). How it behaves may be changed meanwhile. */
export async function aMailServer(begins: Partial<Behaviour> = {}) {
  const behaviour: Behaviour = { sender: '250 ok', recipient: '250 ok', holdsFrom: Infinity, ...begins }
  const received: string[] = []
  const envelopes: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    converse(socket, { behaviour, received, envelopes })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    ...{ behaviour, received, envelopes },
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

type Conversation = { behaviour: Behaviour; received: string[]; envelopes: string[] }

function converse(socket: Socket, { behaviour, received, envelopes }: Conversation) {
  const say = (answer: string) => socket.write(`${answer}\r\n`)
  let mail: string[] | undefined
  socket.on('error', () => {})
  say('220 test')
  createInterface(socket).on('line', line => {
    if (mail) {
      if (line !== '.') return mail.push(line)
      const isHeld = received.push(mail.join('\n')) > behaviour.holdsFrom
      mail = undefined
      return isHeld || say('250 ok')
    }
    if (/^(MAIL|RCPT)/.test(line)) {
      envelopes.push(line)
      return say(line.startsWith('MAIL') ? behaviour.sender : behaviour.recipient)
    }
    if (line.startsWith('EHLO')) return say('250-test\r\n250 DSN')
    if (line !== 'DATA') return say(line === 'QUIT' ? '221 bye' : '250 ok')
    mail = []
    return say('354 go on')
  })
}
