import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { PostDelayed, PostRefused } from '../post-failures.ts'
import { openSmsGateway } from './sms-gateway.ts'

const sms = { id: '0190-id', to: '+4917139200', text: 'Platz frei: "Turnen"\n& mehr {{to}}' }
const json = '{"recipients":["{{to}}"],"message":"{{text}}","reference":"{{id}}"}'

test('what is posted is the text of the setting with number, text and id in it', async () => {
  const gateway = await aGateway()
  await gateway.open(json, 'Authorization: Bearer secret:of-ours').send(sms)
  const [asked] = gateway.received
  expect(asked?.headers).toMatchObject({
    'content-type': 'application/json',
    authorization: 'Bearer secret:of-ours',
  })
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    ...{ recipients: ['+4917139200'], message: sms.text, reference: '0190-id' },
  })
})

test('or a form', async () => {
  const gateway = await aGateway()
  await gateway.open('to={{to}}&text={{text}}&from=KiEZ').send(sms)
  expect(Object.fromEntries(new URLSearchParams(gateway.received[0]?.body))).toEqual({
    ...{ to: '+4917139200', text: sms.text, from: 'KiEZ' },
  })
})

test.each([400, 422])('%i is about this SMS: it is not tried again', async status => {
  const error = await (await aGateway(status))
    .open(json)
    .send(sms)
    .catch(fault => fault)
  expect(error).toBeInstanceOf(PostRefused)
  expect(JSON.stringify(error) + error.message + error.stack).not.toContain('4917139200')
})

test.each([302, 401, 402, 403, 404, 429, 500, 503])('%i only delays', async status => {
  const error = await (await aGateway(status))
    .open(json)
    .send(sms)
    .catch(fault => fault)
  expect(error).toBeInstanceOf(PostDelayed)
  expect(error).not.toBeInstanceOf(PostRefused)
})

test('a gateway that leads elsewhere is not followed, and does not get our secret there', async () => {
  const elsewhere = await aGateway()
  const gateway = await aGateway(307, elsewhere.url)
  await expect(gateway.open(json, 'X-Key: secret').send(sms)).rejects.toThrow(PostDelayed)
  expect(elsewhere.received).toEqual([])
})

test('no gateway at all only delays', async () => {
  const gateway = openSmsGateway({ url: 'http://127.0.0.1:1/', body: json, header: undefined })
  await expect(gateway.send(sms)).rejects.toThrow(PostDelayed)
})

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function aGateway(status = 202, location?: string) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = []
  const server = createServer(async (request, response) => {
    const parts = await Array.fromAsync(request)
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(status, location ? { location } : {}).end('{"number":"+4917139200"}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/send`
  return { url, received, open: (body: string, header?: string) => openSmsGateway({ url, body, header }) }
}
