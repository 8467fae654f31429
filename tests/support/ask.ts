import { request } from 'node:http'

/** Asks a running server as it is: nothing is unpacked, and the host may be another than that of the address. */
export const ask = (url: string, headers: Record<string, string> = {}) =>
  new Promise<Response>((resolve, reject) => {
    const asking = request(url, { headers }, async answer => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part)
      const status = answer.statusCode ?? 0
      const body = status === 304 ? null : Buffer.concat(parts)
      const pairs = answer.rawHeaders.flatMap((name, index): [string, string][] =>
        index % 2 === 0 ? [[name, answer.rawHeaders[index + 1] ?? '']] : [],
      )
      resolve(new Response(body, { status, headers: pairs }))
    })
    asking.once('error', reject)
    asking.end()
  })
