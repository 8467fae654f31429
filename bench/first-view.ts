import { setTimeout as pause } from 'node:timers/promises'
import { load as parse } from 'cheerio'
import { languages } from '../src/platform/wording/wording.ts'
import { ask } from '../tests/support/ask.ts'
import type { Started } from './processes.ts'
import { atMost, type Result, rounded } from './result.ts'
import { packed } from './start.ts'

/**
 * All that a first visit loads before it is drawn, in the language in which that is most: the page and its stylesheets,
 * packed. What enhances the page comes after it, and other sites have no place in it.
 */
export async function measureFirstView(product: Started): Promise<Result> {
  const home = parse(await (await ask(`${product.url}/de`, { 'accept-encoding': 'identity' })).text())
  const addressesOf = (selector: string, name: string) =>
    home(selector)
      .toArray()
      .map(element => home(element).attr(name) ?? '')
  const hurried = home('script:not([type=module])').length
  const elsewhere = [
    ...addressesOf('[src]', 'src'),
    ...addressesOf('link:not([rel=alternate])', 'href'),
  ].filter(address => !address.startsWith('/') || address.startsWith('//'))
  if (hurried > 0 || elsewhere.length > 0)
    throw new Error(
      `The first view waits for ${hurried} scripts and loads ${elsewhere.join(', ')} from elsewhere`,
    )

  const pages = languages.map(language => `/${language}`)
  const sheets = addressesOf('link[rel=stylesheet]', 'href')
  for (const address of [...pages, ...sheets]) await packed(product, address)
  // Until they are packed as tight as they get.
  await pause(6_000)
  const sizeOf = async (address: string) => (await packed(product, address)).byteLength / 1_024
  const ofSheets = await Promise.all(sheets.map(sizeOf))
  const ofPages = await Promise.all(pages.map(sizeOf))
  const styles = ofSheets.reduce((sum, size) => sum + size, 0)
  return atMost(14, Math.max(...ofPages) + styles, 'KB', {
    name: 'First view: page and styles, packed, in the largest of 13 languages',
    detail: `styles ${rounded(styles)} KB; pages ${languages.map((language, index) => `${language} ${rounded(ofPages[index] ?? 0)}`).join(', ')}`,
  })
}
