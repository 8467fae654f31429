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

/** Each sheet from the question to its last byte, made anew five times by a process that is warm. */
export async function measurePrint(product: Started, { rounds = 5 } = {}): Promise<Result[]> {
  const results: Result[] = []
  for (const [name, path] of Object.entries(sheets)) {
    const took: number[] = []
    for (const language of ['de', 'ar']) {
      await timeOf(product, `/${language}/${path}`)
      for (let round = 0; round < rounds; round++) took.push(await timeOf(product, `/${language}/${path}`))
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

/** In milliseconds. A host of its own stands in the code on the sheet, so that none is known from before. */
const timeOf = async ({ url }: Started, path: string) => {
  const begun = performance.now()
  const answer = await ask(url + path, { host: `print-${++asked}.localhost` })
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  await answer.arrayBuffer()
  return performance.now() - begun
}
