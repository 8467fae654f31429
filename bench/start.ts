import { setTimeout as pause } from 'node:timers/promises'
import { ask } from '../tests/support/ask.ts'
import { underLoad } from './load.ts'
import { residentMegabytes, type Started, startProduct } from './processes.ts'
import { atMost, median, type Result, rounded } from './result.ts'
import { productPort } from './scratch.ts'
import { undoneBy } from './tidy.ts'

const npmStart: [string, ...string[]] = ['npm', 'start', '--silent']

/** `npm start` where everything is installed, built and imported, until the first page is there; the median of five. */
export async function measureStart(folder: string, { rounds = 5 } = {}): Promise<Result> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const product = await startProduct(folder, productPort, npmStart)
    await undoneBy(product.stop, async () => took.push(product.tookMs / 1_000))
  }
  return atMost(4, median(took), 's', {
    name: '`npm start` on a prepared machine to the first page',
    detail: `${took.map(seconds => rounded(seconds)).join(', ')} s`,
  })
}

/** The memory of the web process: five seconds after its first page, and while it makes and sends pages. */
export async function measureMemory(product: Started, { seconds = 10 } = {}): Promise<Result[]> {
  await pause(5_000)
  const idle = residentMegabytes(product.pid)
  let most = idle
  const watch = setInterval(() => {
    most = Math.max(most, residentMegabytes(product.pid))
  }, 100)
  try {
    for (const path of ['/de/offers', '/ar', '/de/centres'])
      for (const everNewHost of [false, true])
        await underLoad(product, {
          ...{ path, headers: { 'accept-encoding': 'br' }, everNewHost },
          seconds: seconds / 5,
        })
  } finally {
    clearInterval(watch)
  }
  return [
    atMost(150, idle, 'MB', {
      name: 'Memory of the web process, idle',
      detail: 'resident, all jobs running',
    }),
    atMost(300, most, 'MB', {
      name: 'Memory of the web process, under load',
      detail: 'the most it ever had while pages were made and sent, 16 connections',
    }),
  ]
}

/** What a page of somebody else loads to show the programme, before it is packed. */
export async function measureEmbed(product: Started) {
  const script = await (await ask(`${product.url}/api/v1/embed.js`)).arrayBuffer()
  const onItsWay = (await packed(product, '/api/v1/embed.js')).byteLength
  return atMost(15, script.byteLength / 1_024, 'KB', {
    name: 'The programme on pages of others: its script',
    detail: `${rounded(onItsWay / 1_024)} KB packed; nothing else but one answer`,
  })
}

export const packed = async ({ url }: Started, path: string) =>
  (await ask(url + path, { 'accept-encoding': 'br' })).arrayBuffer()
