import { createServer, type Socket } from 'node:net'

// A mail server that takes everything and keeps nothing, in a process of its own: it tells its port, and on asking how
// many mails it took.
let taken = 0

const server = createServer(socket => {
  socket.setNoDelay(true)
  socket.on('error', () => {})
  socket.write('220 sink\r\n')
  converse(socket)
})

function converse(socket: Socket) {
  let rest = ''
  let isInMail = false
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    rest += chunk
    for (;;) {
      const ending = isInMail ? '\r\n.\r\n' : '\r\n'
      const end = rest.indexOf(ending)
      if (end < 0) return
      const said = rest.slice(0, end)
      rest = rest.slice(end + ending.length)
      if (isInMail) {
        taken++
        isInMail = false
        socket.write('250 taken\r\n')
      } else if (said.startsWith('DATA')) {
        isInMail = true
        socket.write('354 go on\r\n')
      } else if (said.startsWith('QUIT')) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
  })
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.on('message', () => process.send?.({ taken }))
process.on('disconnect', () => process.exit())
