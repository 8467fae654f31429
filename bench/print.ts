import { ask } from '../tests/support/ask.ts'
import type { Started } from './processes.ts'
import { atMost, median, type Result, rounded } from './result.ts'

/** What is printed, as a family asks for it; each in German and Arabic. */
const sheets: Record<string, string> = {
  'Week plan, A4': 'centres/kiez-westend/week-a4.pdf',
  'Week plan, A3': 'centres/kiez-westend/week-a3.pdf',
  'Season booklet': 'centres/kiez-westend/booklet.pdf',
  'Share card of the week': 'centres/kiez-westend/card.png',
  'Share card of an offer': 'offers/westend-kita-platz-suche/card.png',
  'Poster of an offer': 'offers/westend-kita-platz-suche/poster.pdf',
}

/** What staff print, and the page and the words on it that lead there. */
const sheetsOfStaff: Record<string, { on: string; leadsTo: RegExp; path: (found: string) => string }> = {
  'Door sign': {
    ...{ on: 'staff/print', leadsTo: /name="room".*?value="([\w-]+)"/s },
    path: room => `staff/rooms/list/${room}/door.pdf`,
  },
  'Attendance list': {
    ...{ on: 'staff/programme/westend-kita-platz-suche', leadsTo: /staff\/sessions\/([\w-]+)\/list/ },
    path: session => `staff/sessions/${session}/list.pdf`,
  },
  'Invitations to tear off': {
    ...{ on: 'staff/invitations', leadsTo: /staff\/invitations\/([\w-]+)\/slips/ },
    path: invitation => `staff/invitations/${invitation}/slips.pdf`,
  },
}

type Printing = { name: string; path: string; headers: () => Record<string, string> }

/** Each sheet from the question to its last byte, made anew five times by a process that is warm. */
export async function measurePrint(product: Started, { rounds = 5 } = {}): Promise<Result[]> {
  const results: Result[] = []
  for (const { name, path, headers } of [...ofFamilies(), ...(await ofStaff(product))]) {
    const took: number[] = []
    for (const language of ['de', 'ar']) {
      const address = `${product.url}/${language}/${path}`
      await timeOf(address, headers())
      for (let round = 0; round < rounds; round++) took.push(await timeOf(address, headers()))
    }
    results.push(
      atMost(0.3, median(took) / 1_000, 's', {
        name,
        detail: `German and Arabic, ${took.map(each => rounded(each)).join(', ')} ms`,
      }),
    )
  }
  return results
}

let asked = 0

/** A host of its own stands in the code on each sheet, so that none is known from before. */
const ofFamilies = (): Printing[] =>
  Object.entries(sheets).map(([name, path]) => ({
    ...{ name, path, headers: () => ({ host: `print-${++asked}.localhost` }) },
  }))

/** What is for staff alone is remembered by nobody, so it is made anew by itself. */
const ofStaff = async ({ url }: Started): Promise<Printing[]> => {
  const cookie = await cookieOfLead(url)
  const found = Object.entries(sheetsOfStaff).map(async ([name, { on, leadsTo, path }]) => {
    const [, id] = (await (await ask(`${url}/de/${on}`, { cookie })).text()).match(leadsTo) ?? []
    if (!id) throw new Error(`${on} leads to no ${name}`)
    return { name, path: path(id), headers: () => ({ cookie }) }
  })
  return Promise.all(found)
}

const cookieOfLead = async (url: string) => {
  const body = new URLSearchParams({ email: 'leitung@example.org', password: 'kieznetz-demo' })
  const answer = await fetch(`${url}/de/sign-in`, {
    ...{ method: 'POST', body, redirect: 'manual', headers: { origin: url } },
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!cookie) throw new Error('Nobody is signed in')
  return cookie.replace(/;.*/, '')
}

/** In milliseconds. */
const timeOf = async (address: string, headers: Record<string, string>) => {
  const begun = performance.now()
  const answer = await ask(address, headers)
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  await answer.arrayBuffer()
  return performance.now() - begun
}
