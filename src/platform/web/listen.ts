import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { OperatorError } from '../operator-error.ts'

export type Answering = {
  fetch: (request: Request, environment?: unknown) => Response | Promise<Response>
  /** May answer at once, in front of the framework; says whether it did. */
  answerFirst?: (request: IncomingMessage, response: ServerResponse) => boolean
}
export type WebServer = { url: string; stop: () => Promise<void> }

/**
 * Listens for browsers. Stopping lets requests that are under way finish, for three seconds at most.
 * Throws an OperatorError when the port is taken or not ours.
 */
export async function listen(
  { fetch, answerFirst = () => false }: Answering,
  { host, port }: { host: string; port: number },
): Promise<WebServer> {
  const answer = getRequestListener(fetch)
  const server = createServer((request, response) => {
    if (!answerFirst(request, response)) answer(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    url: `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        const deadline = setTimeout(() => server.closeAllConnections(), 3_000)
        // A browser keeps its connection open after the last answer.
        const sweeping = setInterval(() => server.closeIdleConnections(), 50)
        server.close(() => {
          clearTimeout(deadline)
          clearInterval(sweeping)
          resolve()
        })
      }),
  }
}

/** Finds out before anything else is started whether the port can be had. */
export async function assertPortIsFree(place: { host: string; port: number }) {
  const probe = await listen({ fetch: () => new Response() }, place)
  await probe.stop()
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number) {
  const sentence = sentences[error.code ?? '']?.(host, port)
  return sentence ? new OperatorError(sentence) : error
}

const sentences: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start.`,
  EACCES: (_, port) =>
    `Port ${port} is reserved for the administrator. Choose one above 1023: PORT=3000 npm start.`,
  EADDRNOTAVAIL: host => `This machine has no address ${host}. Set HOST to 127.0.0.1, or to 0.0.0.0 for all.`,
  ENOTFOUND: host => `There is no address ${host}. Set HOST to 127.0.0.1, or to 0.0.0.0 for all.`,
}

/** Where the product is reached: the address of the settings, or else the one it listens on. */
export const ownAddress = ({ url, host, port }: { url: string | undefined; host: string; port: number }) =>
  url ?? `http://${urlHost(host)}:${port}`

/** A host as it stands in an address; all addresses of this machine are called localhost. */
const urlHost = (host: string) => {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
