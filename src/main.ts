import type { RequestListener } from 'node:http'
import type { Settings } from './platform/config.ts'
import type { OpenDatabase } from './platform/database/open.ts'
import { listen, type WebServer } from './platform/web/listen.ts'

export type SignIn = { role: string; email: string; password: string }
export type Running = WebServer & { signIns: SignIn[] }

/** Puts the application together on an open, migrated database and listens. */
export async function main(settings: Settings, _database: OpenDatabase): Promise<Running> {
  const web = await listen(answer, settings)
  return { ...web, signIns: [] }
}

const answer: RequestListener = (request, response) => {
  const isAlive = request.url === '/health/live'
  response.writeHead(isAlive ? 200 : 404, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(isAlive ? 'alive' : 'not found')
}
